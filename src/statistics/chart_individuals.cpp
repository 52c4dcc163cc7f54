// Run, I, MR, I-prime and T charts: centre from the values, spread from neighbours.
#include <vector>

#include "statistics/chart_fit.hpp"
#include "statistics/shewhart.hpp"

namespace maerkbar::statistics {

namespace {

// Bound of the I-prime chart in means (Taylor; pbcharts and qicharts2 use this figure, not 3.267).
constexpr double prime_screening = 3.2665;

std::vector<double> values_of(std::span<const Subgroup> points) {
    std::vector<double> values;
    values.reserve(points.size());
    for (const auto& point : points)
        values.push_back(point.value);
    return values;
}

std::vector<double> moving_ranges(std::span<const Subgroup> points) {
    std::vector<double> ranges;
    ranges.reserve(points.size());
    for (std::size_t i = 1; i < points.size(); ++i)
        ranges.push_back(std::fabs(points[i].value - points[i - 1].value));
    return ranges;
}

// |difference| of neighbours, brought to the spread of one unit.
std::vector<double> unit_deviations(std::span<const Subgroup> points) {
    static const double half_pi = std::sqrt(std::acos(-1.0) / 2);
    std::vector<double> deviations;
    deviations.reserve(points.size());
    for (std::size_t i = 1; i < points.size(); ++i)
        deviations.push_back(half_pi * std::fabs(points[i].value - points[i - 1].value) /
                             std::sqrt(1 / points[i].n + 1 / points[i - 1].n));
    return deviations;
}

} // namespace

ChartModel fit_run(const PartData& part) {
    auto values = values_of(part.base);
    const double centre = part.options.centre.value_or(median_in_place(values));
    return {centre, centre, missing, missing};
}

ChartModel fit_individuals(const PartData& part) {
    const double centre = part.options.centre ? *part.options.centre : mean(values_of(part.base));
    const double range = screened_mean(moving_ranges(part.base), d4_of_two, part.options.screen);
    return {centre, centre, part.options.sd.value_or(range / d2_of_two), missing};
}

ChartModel fit_moving_range(const PartData& part) {
    const double centre = part.options.centre.value_or(mean(values_of(part.base)));
    return {centre, 0, d4_of_two / 3 * centre, missing};
}

ChartModel fit_individuals_prime(const PartData& part) {
    double sum = 0;
    double n = 0;
    for (const auto& point : part.base)
        if (!is_missing(point.sum)) sum += point.sum, n += point.n;
    const double centre = part.options.centre.value_or(sum / n);
    const double sigma = screened_mean(unit_deviations(part.base), prime_screening, part.options.screen);
    return {centre, centre, part.options.sd.value_or(sigma), missing};
}

ChartModel fit_time_between(const PartData& part) {
    return fit_individuals(part);
}

} // namespace maerkbar::statistics
