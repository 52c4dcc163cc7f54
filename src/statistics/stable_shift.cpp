#include "statistics/stable_shift.hpp"

#include <algorithm>

#include "statistics/chart_check.hpp"
#include "statistics/chart_fit.hpp"

namespace maerkbar::statistics {

namespace {

// Nearer to the level than this is on it. Unlike in runs analysis, such a point ends a run, as does a missing
// one.
constexpr double on_the_line = 1.5e-8;

struct Stretch {
    int side = 0;
    std::size_t first = 0;
    std::size_t end = 0;
    [[nodiscard]] std::size_t length() const { return end - first; }
};

class ShiftFinder {
  public:
    ShiftFinder(ChartType type, std::span<const Subgroup> points, const ShiftOptions& options)
        : type_(type), points_(points), options_(options) {
        chart_options_.screen = options.screen;
    }

    std::vector<ProposedLevel> find() {
        if (points_.size() < options_.period) return {};
        levels_.push_back(level_at(0, 0));
        std::size_t next = options_.period;
        while (has_period(next)) {
            const auto trigger = first_long_run(next, levels_.back().model.centre);
            if (trigger.side == 0 || !has_period(trigger.first)) break;
            auto candidate = level_at(trigger.first, trigger.side);
            const bool accepted = options_.every_shift || is_stable(candidate);
            next = trigger.first + (accepted ? options_.period : 1);
            if (accepted) levels_.push_back(std::move(candidate));
        }
        return std::move(levels_);
    }

  private:
    [[nodiscard]] bool has_period(std::size_t first) const {
        return points_.size() >= first + options_.period;
    }

    [[nodiscard]] int side(std::size_t index, double centre) const {
        const double deviation = points_[index].value - centre;
        return (deviation >= on_the_line) - (deviation <= -on_the_line);
    }

    [[nodiscard]] Stretch stretch_at(std::size_t first, double centre) const {
        Stretch found{side(first, centre), first, first + 1};
        while (found.side != 0 && found.end < points_.size() && side(found.end, centre) == found.side)
            ++found.end;
        return found;
    }

    [[nodiscard]] Stretch first_long_run(std::size_t from, double centre) const {
        while (from < points_.size()) {
            const auto found = stretch_at(from, centre);
            if (found.side != 0 && found.length() >= options_.run) return found;
            from = found.end;
        }
        return {};
    }

    // A level from one period; points outside the limits are left out one by one (equally far ones together).
    [[nodiscard]] ProposedLevel level_at(std::size_t first, int direction) const {
        ProposedLevel level{first, direction, {}, {}};
        const auto all = points_.subspan(first, options_.period);
        for (;;) {
            std::vector<Subgroup> base;
            for (std::size_t i = 0; i < all.size(); ++i)
                if (!is_excluded(level, first + i)) base.push_back(all[i]);
            level.model = fit(type_, {all, base, chart_options_});
            if (level.excluded.size() >= options_.max_exclusions || !exclude_furthest(level)) return level;
        }
    }

    static bool is_excluded(const ProposedLevel& level, std::size_t index) {
        return std::find(level.excluded.begin(), level.excluded.end(), index) != level.excluded.end();
    }

    // How far the point lies outside the limits; not above 0 where it lies inside.
    [[nodiscard]] double excess(const ProposedLevel& level, std::size_t index) const {
        const auto& point = points_[index];
        const auto limits = limits_at(type_, level.model, type_ == ChartType::xbar ? point.size : point.n);
        return std::fmax(limits.lower - point.value, point.value - limits.upper);
    }

    bool exclude_furthest(ProposedLevel& level) const {
        double furthest = 0;
        std::vector<std::size_t> found;
        for (std::size_t i = level.first; i < level.first + options_.period; ++i) {
            if (is_excluded(level, i)) continue;
            const double distance = excess(level, i);
            if (!(distance > 0) || distance < furthest) continue;
            if (distance > furthest) found.clear();
            furthest = distance;
            found.push_back(i);
        }
        level.excluded.insert(level.excluded.end(), found.begin(), found.end());
        return !found.empty();
    }

    // Whether the values stay at the new level: no long run back to the old side begins in its period after
    // the first run, and the data do not end with a run back that begins there.
    [[nodiscard]] bool is_stable(const ProposedLevel& candidate) const {
        const auto end = candidate.first + options_.period;
        auto found = stretch_at(candidate.first, candidate.model.centre);
        bool first = true;
        for (;; first = false) {
            const bool back = found.side == -candidate.direction;
            const auto counted = options_.overhanging ? found.end : std::min(found.end, end);
            if (back && !first && counted - found.first >= options_.run) return false;
            if (back && options_.no_regrets && found.end == points_.size()) return false;
            if (found.end >= end) return true;
            found = stretch_at(found.end, candidate.model.centre);
        }
    }

    ChartType type_;
    std::span<const Subgroup> points_;
    const ShiftOptions& options_;
    ChartOptions chart_options_;
    std::vector<ProposedLevel> levels_;
};

} // namespace

std::vector<ProposedLevel> stable_shifts(ChartType type, std::span<const Subgroup> points,
                                         const ShiftOptions& options) {
    if (type == ChartType::mr || type == ChartType::t || type == ChartType::s) return {};
    if (options.period < 2 || options.run < 1 || !check_points(type, points).ok()) return {};
    return ShiftFinder(type, points, options).find();
}

} // namespace maerkbar::statistics
