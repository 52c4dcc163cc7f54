#pragma once

#include "app/chart/series.hpp"
#include "statistics/prediction.hpp"

namespace maerkbar::app_chart {

// What the last part of a chart lets expect, against the target of the request.
struct Outlook {
    double n = statistics::missing; // the denominator it is for
    statistics::Limits next;
    statistics::Capability capability = statistics::Capability::unknown;
    double probability = statistics::missing; // that the next point keeps the target
    double autocorrelation = statistics::missing;
};

// Nothing is expected of fewer than points_for_limits points, nor of categories.
Outlook outlook_of(const ChartedSeries& series, const Request& request, bool categorical);

// The points that have a value.
std::size_t values_in(const ChartedSeries& series);

} // namespace maerkbar::app_chart
