#pragma once

#include <cstddef>

#include "statistics/chart.hpp"

namespace maerkbar::statistics {

// One part of a chart as a row of figures.
struct PartSummary {
    std::size_t points = 0; // without excluded ones
    Runs runs;
    bool runs_signal = false;
    double mean_lcl = missing; // over the points that have limits
    double centre = missing;
    double mean_ucl = missing;
    int sigma_signals = 0;
};

PartSummary summary_of(const Chart& chart, const ChartPart& part);

} // namespace maerkbar::statistics
