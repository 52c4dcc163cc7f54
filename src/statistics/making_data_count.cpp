#include "statistics/making_data_count.hpp"

#include <algorithm>

#include "statistics/chart_fit.hpp"
#include "statistics/mdc_rules.hpp"
#include "statistics/shewhart.hpp"

namespace maerkbar::statistics {

namespace {

// The published figure, rounded; 3/1.128 would be 2.6596.
constexpr double limit_factor = 2.66;
constexpr std::size_t enough_points = 13;

std::vector<MdcGroup> groups_of(std::size_t size, std::vector<std::size_t> starts) {
    std::sort(starts.begin(), starts.end());
    std::vector<MdcGroup> groups(1);
    for (const auto start : starts)
        if (start > groups.back().first && start < size) {
            groups.back().end = start;
            groups.emplace_back().first = start;
        }
    groups.back().end = size;
    return groups;
}

double average_range(std::span<const double> values, bool screen) {
    std::vector<double> ranges;
    ranges.reserve(values.size());
    for (std::size_t i = 1; i < values.size(); ++i)
        ranges.push_back(std::fabs(values[i] - values[i - 1]));
    // Nothing varies: there is nothing to screen.
    return mean(ranges) == 0 ? 0 : screened_mean(ranges, d4_of_two, screen);
}

Assurance assurance_of(const MdcGroup& group, const MdcOptions& options) {
    if (!options.target || options.improvement == Improvement::neutral || is_missing(group.limits.lower))
        return Assurance::none;
    // Turned so that high is good.
    const double sign = options.improvement == Improvement::increase ? 1 : -1;
    const double target = sign * *options.target;
    const double worst = std::min(sign * group.limits.lower, sign * group.limits.upper);
    const double best = std::max(sign * group.limits.lower, sign * group.limits.upper);
    if (worst == best) return worst >= target ? Assurance::consistent_pass : Assurance::consistent_fail;
    if (target > best) return Assurance::consistent_fail;
    return target < worst ? Assurance::consistent_pass : Assurance::inconsistent;
}

PointType type_of(SpecialCause cause, Improvement improvement) {
    if (cause == SpecialCause::none) return PointType::common_cause;
    const bool high = is_high(cause);
    if (improvement == Improvement::neutral) return high ? PointType::neutral_high : PointType::neutral_low;
    return high == (improvement == Improvement::increase) ? PointType::improvement : PointType::concern;
}

void count(MdcGroup& group, PointType type) {
    switch (type) {
        case PointType::common_cause:
            ++group.common;
            break;
        case PointType::improvement:
            ++group.improvement;
            break;
        case PointType::concern:
            ++group.concern;
            break;
        case PointType::neutral_high:
            ++group.neutral_high;
            break;
        case PointType::neutral_low:
            ++group.neutral_low;
            break;
    }
}

void set_limits(MdcGroup& group, std::span<const double> values, const MdcOptions& options) {
    const auto used =
        values.first(options.fix_after == 0 ? values.size() : std::min(options.fix_after, values.size()));
    const double width = limit_factor * average_range(used, options.screen);
    group.mean = mean(used);
    group.limits = {group.mean - width, group.mean + width};
    group.is_short = values.size() < enough_points;
    group.assurance = assurance_of(group, options);
}

void place(MdcPoint& point, const MdcGroup& group) {
    const double third = (group.limits.upper - group.mean) / 3;
    point.outside = point.y > group.limits.upper || point.y < group.limits.lower;
    point.near = !point.outside && (point.y > group.mean + 2 * third || point.y < group.mean - 2 * third);
    point.side = (point.y > group.mean) - (point.y < group.mean);
}

void mark(MdcGroup& group, std::span<MdcPoint> points, const MdcOptions& options) {
    for (std::size_t i = 0; i < points.size(); ++i) {
        place(points[i], group);
        points[i].used_for_limits =
            !is_missing(points[i].y) && (options.fix_after == 0 || i < options.fix_after);
    }
    find_special_causes(points);
    for (auto& point : points) {
        point.type = type_of(point.cause, options.improvement);
        count(group, point.type);
    }
}

} // namespace

Result<MdcChart> making_data_count(std::span<const double> values, const MdcOptions& options) {
    if (values.empty())
        return Error{ErrorKind::invalid, "chart.no_points",
                     "There is nothing to draw: no row has a value for the time axis."};
    if (options.fix_after > 0 && options.fix_after < 12)
        return Error{ErrorKind::invalid, "mdc.fix_after_too_few",
                     "Limits need at least 12 points. Give 12 or more, or leave it out to use all points."};
    MdcChart chart;
    chart.groups = groups_of(values.size(), options.rebase);
    chart.points.resize(values.size());
    for (std::size_t g = 0; g < chart.groups.size(); ++g) {
        auto& group = chart.groups[g];
        const auto size = group.end - group.first;
        for (std::size_t i = group.first; i < group.end; ++i) {
            chart.points[i].y = values[i];
            chart.points[i].group = static_cast<int>(g);
        }
        set_limits(group, values.subspan(group.first, size), options);
        mark(group, std::span(chart.points).subspan(group.first, size), options);
    }
    return chart;
}

} // namespace maerkbar::statistics
