#include "statistics/chart_check.hpp"

#include <algorithm>
#include <string>

namespace maerkbar::statistics {

namespace {

Error at_point(std::string code, std::string text, std::size_t index) {
    return {ErrorKind::invalid, std::move(code), std::move(text), {{"point", std::to_string(index + 1)}}};
}

bool counts_events(ChartType type) {
    return type == ChartType::u || type == ChartType::u_prime || type == ChartType::c || type == ChartType::g;
}

bool shows_share(ChartType type) {
    return type == ChartType::p || type == ChartType::p_prime;
}

Result<void> check_denominators(std::span<const Subgroup> points) {
    if (std::any_of(points.begin(), points.end(), [](const auto& point) { return !is_missing(point.n); }))
        return {};
    return Error{
        ErrorKind::invalid, "chart.no_denominator",
        "This chart is computed from a numerator and a denominator. Say which column holds the denominator, "
        "or choose another chart."};
}

Result<void> check_value(ChartType type, const Subgroup& point, std::size_t index) {
    if (point.n < 0)
        return at_point("chart.negative_denominator",
                        "Point {point} has a negative denominator. Correct the figure or leave it empty.",
                        index);
    if (shows_share(type) && (point.sum < 0 || point.sum > point.n))
        return at_point(
            "chart.bad_share",
            "Point {point} is no share: the numerator must lie between 0 and the denominator. Choose a rate "
            "chart if it counts events.",
            index);
    if (type == ChartType::t && point.value <= 0)
        return at_point(
            "chart.time_not_positive",
            "Point {point} has no time between the events: a T chart needs times above zero. Use a finer "
            "unit of time, or a G chart.",
            index);
    if (counts_events(type) && point.sum < 0)
        return at_point("chart.negative_count",
                        "Point {point} is negative, but this chart counts events. Correct the figure or "
                        "choose an I chart.",
                        index);
    return {};
}

} // namespace

Result<void> check_points(ChartType type, std::span<const Subgroup> points) {
    if (points.empty())
        return Error{ErrorKind::invalid, "chart.no_points",
                     "There is nothing to draw: no row has a value for the time axis."};
    if (needs_denominator(type))
        if (auto checked = check_denominators(points); !checked) return checked;
    for (std::size_t i = 0; i < points.size(); ++i)
        if (auto checked = check_value(type, points[i], i); !checked) return checked;
    return {};
}

} // namespace maerkbar::statistics
