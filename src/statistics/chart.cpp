#include "statistics/chart.hpp"

#include <algorithm>
#include <string>

#include "statistics/chart_check.hpp"
#include "statistics/chart_fit.hpp"

namespace maerkbar::statistics {

namespace {

bool listed(const std::vector<std::size_t>& numbers, std::size_t number) {
    return std::find(numbers.begin(), numbers.end(), number) != numbers.end();
}

// First and end index of each part. Cuts at 0, beyond the last point and given twice do nothing.
std::vector<std::pair<std::size_t, std::size_t>> stretches(std::size_t size, std::vector<std::size_t> cuts) {
    std::sort(cuts.begin(), cuts.end());
    std::vector<std::pair<std::size_t, std::size_t>> parts;
    std::size_t first = 0;
    for (const auto cut : cuts)
        if (cut > first && cut < size) {
            parts.emplace_back(first, cut);
            first = cut;
        }
    parts.emplace_back(first, size);
    return parts;
}

// What is plotted, on the scale of the calculation: moving ranges, roots of times, standard deviations.
void transform(ChartType type, std::span<Subgroup> points) {
    double before = missing;
    for (auto& point : points) {
        const double value = point.value;
        if (type == ChartType::mr) point.value = std::fabs(value - before);
        if (type == ChartType::t) point.value = std::pow(value, 1 / t_chart_power);
        if (type == ChartType::s) point.value = point.sd;
        before = value;
    }
}

bool is_transformed(ChartType type) {
    return type == ChartType::mr || type == ChartType::t || type == ChartType::s;
}

// Whether a point's denominator or size has a say in its limits.
bool limits_vary(ChartType type) {
    return needs_denominator(type) || type == ChartType::xbar || type == ChartType::s;
}

// A known centre line is given on the scale that is drawn.
ChartOptions on_scale(ChartType type, ChartOptions options) {
    if (type == ChartType::t && options.centre) options.centre = std::pow(*options.centre, 1 / t_chart_power);
    return options;
}

class Drawing {
  public:
    Drawing(ChartType type, std::span<const Subgroup> points, const ChartOptions& options)
        : options_(options), points_(points) {
        chart_.type = type;
        chart_.multiply = options.multiply;
        chart_.points.resize(points.size());
        mark();
    }

    Chart draw() {
        const auto parts = stretches(points_.size(), options_.parts);
        for (const auto& [first, end] : parts) {
            freeze_part(first, end);
            draw_part(first, end);
        }
        if (options_.non_negative) raise_limits();
        for (auto& part : chart_.parts)
            find_signals(part);
        return std::move(chart_);
    }

  private:
    void mark() {
        const bool frozen = options_.freeze > 0 && options_.parts.empty();
        for (std::size_t index = 0; index < points_.size(); ++index) {
            chart_.points[index].baseline = !frozen || index < options_.freeze;
            chart_.points[index].include = !listed(options_.exclude, index + 1);
        }
    }

    void freeze_part(std::size_t first, std::size_t end) {
        std::size_t baseline_end = first;
        for (const auto after : options_.baseline_ends)
            if (after < end) baseline_end = std::max(baseline_end, after);
        if (baseline_end == first) return;
        for (auto index = baseline_end; index < end; ++index)
            chart_.points[index].baseline = false;
    }

    [[nodiscard]] bool is_base(std::size_t index) const {
        return chart_.points[index].baseline && chart_.points[index].include;
    }

    // The base points of a part; a copy only where some are left out.
    std::span<const Subgroup> base_of(std::size_t first, std::size_t end) {
        const auto& points = chart_.points;
        if (std::all_of(points.begin() + std::ptrdiff_t(first), points.begin() + std::ptrdiff_t(end),
                        [](const ChartPoint& point) { return point.baseline && point.include; }))
            return points_.subspan(first, end - first);
        base_.clear();
        for (std::size_t index = first; index < end; ++index)
            if (is_base(index)) base_.push_back(points_[index]);
        return base_;
    }

    void draw_part(std::size_t first, std::size_t end) {
        ChartPart part;
        part.first = first;
        part.end = end;
        part.model = fit(chart_.type, {points_.subspan(first, end - first), base_of(first, end), options_});
        place_points(part);
        chart_.parts.push_back(part);
    }

    void place_points(const ChartPart& part) {
        const double centre = drawn_centre(chart_.type, part.model) * options_.multiply;
        auto limits = limits_of(part.model, points_[part.first]);
        for (std::size_t index = part.first; index < part.end; ++index) {
            if (limits_vary(chart_.type)) limits = limits_of(part.model, points_[index]);
            auto& point = chart_.points[index];
            point.part = static_cast<int>(chart_.parts.size()) + 1;
            point.y = drawn_value(points_[index]) * options_.multiply;
            point.cl = centre;
            point.lcl = limits.far.lower * options_.multiply;
            point.lcl2 = limits.near.lower * options_.multiply;
            point.ucl2 = limits.near.upper * options_.multiply;
            point.ucl = limits.far.upper * options_.multiply;
        }
    }

    struct BothLimits {
        Limits far;
        Limits near;
    };
    [[nodiscard]] BothLimits limits_of(const ChartModel& model, const Subgroup& group) const {
        const bool by_size = chart_.type == ChartType::xbar || chart_.type == ChartType::s;
        const double n = by_size ? group.size : group.n;
        return {limits_at(chart_.type, model, n, 3), limits_at(chart_.type, model, n, 2)};
    }

    [[nodiscard]] double drawn_value(const Subgroup& group) const {
        return chart_.type == ChartType::t ? std::pow(group.value, t_chart_power) : group.value;
    }

    void raise_limits() {
        if (std::any_of(chart_.points.begin(), chart_.points.end(),
                        [](const auto& point) { return point.y < 0; }))
            return;
        for (auto& point : chart_.points) {
            if (point.lcl < 0) point.lcl = 0;
            if (point.lcl2 < 0) point.lcl2 = 0;
        }
    }

    void find_signals(ChartPart& part) {
        RunCounter runs;
        for (std::size_t index = part.first; index < part.end; ++index) {
            auto& point = chart_.points[index];
            point.sigma_signal = point.y > point.ucl || point.y < point.lcl;
            // An excluded point is left out of the calculation; Taylor's chart leaves it out of the signals
            // as well.
            if (chart_.type == ChartType::i_prime && !point.include) point.sigma_signal = false;
            part.sigma_signals += point.sigma_signal;
            if (point.include) runs.add(index, point.y - point.cl);
        }
        part.runs = runs.result();
        part.runs_signal = part.runs.signal() && chart_.type != ChartType::mr && !options_.categorical;
        part.constant = is_constant(part);
        for (std::size_t index = part.first; index < part.end; ++index)
            chart_.points[index].runs_signal = part.runs_signal;
    }

    [[nodiscard]] bool is_constant(const ChartPart& part) const {
        double value = missing;
        int count = 0;
        for (std::size_t index = part.first; index < part.end; ++index) {
            const double y = chart_.points[index].y;
            if (is_missing(y)) continue;
            if (count++ > 0 && y != value) return false;
            value = y;
        }
        return count > 1;
    }

    const ChartOptions& options_;
    std::span<const Subgroup> points_;
    std::vector<Subgroup> base_;
    Chart chart_;
};

} // namespace

Result<Chart> chart(ChartType type, std::span<const Subgroup> points, const ChartOptions& options) {
    if (auto checked = check_points(type, points); !checked) return checked.error();
    if (!is_transformed(type)) return Drawing(type, points, options).draw();
    std::vector<Subgroup> transformed(points.begin(), points.end());
    for (const auto& [first, end] : stretches(points.size(), options.parts))
        transform(type, std::span(transformed).subspan(first, end - first));
    const auto scaled = on_scale(type, options);
    return Drawing(type, transformed, scaled).draw();
}

} // namespace maerkbar::statistics
