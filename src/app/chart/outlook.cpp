#include "app/chart/outlook.hpp"

#include <algorithm>
#include <cmath>

#include "statistics/default_chart.hpp"

namespace maerkbar::app_chart {

std::size_t values_in(const ChartedSeries& series) {
    return static_cast<std::size_t>(
        std::count_if(series.points.begin(), series.points.end(),
                      [](const auto& point) { return std::isfinite(point.value); }));
}

Outlook outlook_of(const ChartedSeries& series, const Request& request, bool categorical) {
    Outlook outlook;
    if (categorical || values_in(series) < statistics::points_for_limits) return outlook;
    const auto& chart = series.control();
    std::vector<double> values;
    for (const auto& point : chart.points)
        values.push_back(point.y);
    outlook.autocorrelation = statistics::lag1_autocorrelation(values);
    if (chart.type == statistics::ChartType::mr || chart.type == statistics::ChartType::s) return outlook;
    const bool by_size = chart.type == statistics::ChartType::xbar;
    outlook.n = by_size ? series.points.back().size : statistics::expected_denominator(series.points);
    outlook.next = statistics::next_limits(chart, outlook.n);
    outlook.capability = statistics::capability(outlook.next, request.target_range());
    outlook.probability = statistics::probability_of_keeping(outlook.next, request.target_range());
    return outlook;
}

} // namespace maerkbar::app_chart
