#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "app/chart/facets.hpp"
#include "app/chart/request.hpp"
#include "statistics/chart.hpp"
#include "statistics/making_data_count.hpp"

namespace maerkbar::app_chart {

// One series with its chart: what every output is made from.
struct ChartedSeries {
    std::vector<std::string> facet; // empty without facet columns
    std::vector<statistics::Subgroup> points;
    std::vector<std::string_view> x; // of each point, as the file spells it
    std::vector<double> keys;
    std::variant<statistics::Chart, statistics::MdcChart> chart;
    int first_group =
        0; // number of the first Making Data Count group: 1 where the first point is a rebase date

    [[nodiscard]] const statistics::Chart& control() const { return std::get<statistics::Chart>(chart); }
    [[nodiscard]] const statistics::MdcChart& mdc() const { return std::get<statistics::MdcChart>(chart); }
};

// Errors: what the chart refuses, with the line of the point as argument at_line and the series as in_series;
// a rebase date after the last point; several rows with the same x where they may not be taken together.
Result<ChartedSeries> chart_series(const Facets& facets, std::size_t facet, const Request& request);

} // namespace maerkbar::app_chart
