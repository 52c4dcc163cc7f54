#pragma once

#include <span>

#include "statistics/chart.hpp"

namespace maerkbar::statistics {

// A waiting time between rare events is near normal after y^(1/3.6) (Nelson 1994).
inline constexpr double t_chart_power = 3.6;

// The points of one part that a family of charts estimates its model from.
struct PartData {
    std::span<const Subgroup> all;  // every point of the part
    std::span<const Subgroup> base; // those of them that set centre and limits
    const ChartOptions& options;
};

// Mean of the values that are there; with `screen`, taken again without those at or above `factor` times the
// first mean. (Where all are 0 nothing is left: the mean is missing.)
double screened_mean(std::span<const double> ranges, double factor, bool screen);

// One function a family; sources in the README.
ChartModel fit_run(const PartData& part);
ChartModel fit_individuals(const PartData& part);
ChartModel fit_moving_range(const PartData& part); // values are the moving ranges themselves
ChartModel fit_individuals_prime(const PartData& part);
ChartModel fit_proportion(const PartData& part);
ChartModel fit_proportion_prime(const PartData& part);
ChartModel fit_rate(const PartData& part);
ChartModel fit_rate_prime(const PartData& part);
ChartModel fit_count(const PartData& part);
ChartModel fit_events_between(const PartData& part); // G
ChartModel fit_time_between(const PartData& part);   // T; values are transformed already
ChartModel fit_means(const PartData& part);          // Xbar
ChartModel fit_deviations(const PartData& part);     // S

// The family's function of a chart type.
ChartModel fit(ChartType type, const PartData& part);

} // namespace maerkbar::statistics
