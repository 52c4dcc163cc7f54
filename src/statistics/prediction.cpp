#include "statistics/prediction.hpp"

#include <boost/math/distributions/normal.hpp>
#include <vector>

namespace maerkbar::statistics {

namespace {

double last_value(const Chart& chart) {
    for (auto point = chart.points.rbegin(); point != chart.points.rend(); ++point)
        if (!is_missing(point->y)) return point->y;
    return missing;
}

bool has_target(TargetRange target) {
    return !is_missing(target.floor) || !is_missing(target.ceiling);
}

bool keeps(double value, TargetRange target) {
    return !(value < target.floor) && !(value > target.ceiling);
}

} // namespace

Limits next_limits(const Chart& chart, double n) {
    if (chart.type == ChartType::run || chart.parts.empty()) return {};
    const auto& part = chart.last_part();
    if (part.constant) return {last_value(chart), last_value(chart)};
    const auto limits = limits_at(chart.type, part.model, n);
    return {limits.lower * chart.multiply, limits.upper * chart.multiply};
}

double expected_denominator(std::span<const Subgroup> points) {
    std::vector<double> recent;
    for (auto point = points.rbegin(); point != points.rend() && recent.size() < 12; ++point)
        if (point->n > 0) recent.push_back(point->n);
    return median_in_place(recent);
}

Capability capability(Limits next, TargetRange target) {
    if (is_missing(next.lower) || is_missing(next.upper) || !has_target(target)) return Capability::unknown;
    if (keeps(next.lower, target) && keeps(next.upper, target)) return Capability::capable;
    if (next.upper < target.floor || next.lower > target.ceiling) return Capability::incapable;
    return Capability::across;
}

double probability_of_keeping(Limits next, TargetRange target) {
    if (is_missing(next.lower) || is_missing(next.upper) || !has_target(target)) return missing;
    const double sigma = (next.upper - next.lower) / 6;
    if (sigma <= 0) return keeps(next.lower, target) ? 1 : 0;
    const boost::math::normal expected((next.lower + next.upper) / 2, sigma);
    const double below = is_missing(target.floor) ? 0 : boost::math::cdf(expected, target.floor);
    const double above =
        is_missing(target.ceiling) ? 0 : boost::math::cdf(boost::math::complement(expected, target.ceiling));
    return std::max(0.0, 1 - below - above);
}

} // namespace maerkbar::statistics
