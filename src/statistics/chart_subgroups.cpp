// Xbar and S charts: several measurements in each point.
#include <algorithm>

#include "statistics/chart_fit.hpp"

namespace maerkbar::statistics {

namespace {

bool sizes_differ(std::span<const Subgroup> points) {
    return std::any_of(points.begin(), points.end(),
                       [&](const Subgroup& point) { return point.size != points.front().size; });
}

// Follows the reference to the letter: an empty subgroup takes one degree of freedom away. (That is a slip of
// the reference, harmless but for very few subgroups; the limits shall be the same figures in both programs.)
double pooled_deviation(std::span<const Subgroup> points) {
    double squares = 0;
    double degrees = 0;
    for (const auto& point : points) {
        if (!is_missing(point.sd)) squares += (point.size - 1) * point.sd * point.sd;
        degrees += point.size - 1;
    }
    return std::sqrt(squares / degrees);
}

double mean_deviation(std::span<const Subgroup> points) {
    double sum = 0;
    int count = 0;
    for (const auto& point : points)
        if (!is_missing(point.sd)) sum += point.sd, ++count;
    return count == 0 ? missing : sum / count;
}

double within(const PartData& part) {
    if (part.options.sd) return *part.options.sd;
    return sizes_differ(part.all) ? pooled_deviation(part.base) : mean_deviation(part.base);
}

} // namespace

ChartModel fit_means(const PartData& part) {
    double sum = 0;
    double size = 0;
    for (const auto& point : part.base)
        if (point.size > 0) sum += point.sum, size += point.size;
    const double centre = part.options.centre.value_or(sum / size);
    return {centre, centre, within(part), missing};
}

ChartModel fit_deviations(const PartData& part) {
    const double centre = part.options.centre.value_or(within(part));
    return {centre, centre, centre, missing};
}

} // namespace maerkbar::statistics
