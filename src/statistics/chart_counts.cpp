// P, U, their prime forms, C and G charts: the spread follows from the centre.
#include <vector>

#include "statistics/chart_fit.hpp"
#include "statistics/shewhart.hpp"

namespace maerkbar::statistics {

namespace {

double pooled(const PartData& part) {
    if (part.options.centre) return *part.options.centre;
    double sum = 0;
    double n = 0;
    for (const auto& point : part.base)
        if (!is_missing(point.sum)) sum += point.sum, n += point.n;
    return sum / n;
}

// How many times the spread of the points is larger than chance alone gives (Laney 2002): the standard
// deviation of z, from its moving ranges where x is time, of all z where it is not.
double spread_of_z(const PartData& part, const ChartModel& model) {
    std::vector<double> z;
    z.reserve(part.base.size());
    for (const auto& point : part.base)
        z.push_back((point.value - model.centre) / (model.sigma / std::sqrt(point.n)));
    if (part.options.categorical) return standard_deviation(z);
    for (std::size_t i = 0; i + 1 < z.size(); ++i)
        z[i] = std::fabs(z[i + 1] - z[i]);
    if (!z.empty()) z.pop_back();
    return screened_mean(z, d4_of_two, part.options.screen) / d2_of_two;
}

ChartModel widened(const PartData& part, ChartModel model) {
    model.sigma_z = spread_of_z(part, model);
    model.sigma *= model.sigma_z;
    return model;
}

std::vector<double> sums_of(std::span<const Subgroup> points) {
    std::vector<double> sums;
    sums.reserve(points.size());
    for (const auto& point : points)
        sums.push_back(point.sum);
    return sums;
}

} // namespace

ChartModel fit_proportion(const PartData& part) {
    const double centre = pooled(part);
    return {centre, centre, std::sqrt(centre * (1 - centre)), missing};
}

ChartModel fit_proportion_prime(const PartData& part) {
    return widened(part, fit_proportion(part));
}

ChartModel fit_rate(const PartData& part) {
    const double centre = pooled(part);
    return {centre, centre, std::sqrt(centre), missing};
}

ChartModel fit_rate_prime(const PartData& part) {
    return widened(part, fit_rate(part));
}

ChartModel fit_count(const PartData& part) {
    const double centre = part.options.centre ? *part.options.centre : mean(sums_of(part.base));
    return {centre, centre, std::sqrt(centre), missing};
}

// The line is the median, because waiting for rare events is skewed; the limits lie around the mean (Benneyan
// 2001). 0.693 = ln 2: the median of an exponential distribution in means.
ChartModel fit_events_between(const PartData& part) {
    std::vector<double> values;
    values.reserve(part.base.size());
    for (const auto& point : part.base)
        values.push_back(point.value);
    const double middle = part.options.centre ? *part.options.centre : mean(values);
    const double centre = part.options.centre ? 0.693 * middle : median_in_place(values);
    return {centre, middle, std::sqrt(middle * (middle + 1)), missing};
}

} // namespace maerkbar::statistics
