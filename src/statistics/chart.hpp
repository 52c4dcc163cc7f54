#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "base/result.hpp"
#include "statistics/chart_model.hpp"
#include "statistics/runs.hpp"
#include "statistics/series.hpp"

namespace maerkbar::statistics {

// How a chart is computed. Points are numbered from 1 in the order of x.
struct ChartOptions {
    std::size_t freeze = 0; // points 1 to freeze alone set centre and limits; 0: all. Ignored with parts.
    std::vector<std::size_t> parts; // a new part with centre and limits of its own starts after these points
    // Freezing inside parts: after these points the others of the same part set neither its centre nor
    // limits.
    std::vector<std::size_t> baseline_ends = {};
    std::vector<std::size_t> exclude; // points left out of every calculation (but drawn)
    bool screen = true;               // leave out moving ranges far above their mean, once (Nelson 1982)
    bool categorical = false;         // x is no time: no runs analysis, prime charts use the spread of all z
    bool non_negative = false;        // where no y is negative, neither is a lower limit
    std::optional<double> centre;     // a known centre line instead of the estimated one
    std::optional<double> sd;         // a known standard deviation of one unit (I and I-prime charts)
    double multiply = 1;              // factor on every result: 100 for per cent, 10000 for per 10,000
};

struct ChartPoint {
    double y = missing;
    double cl = missing;
    double lcl = missing;  // three sigma; missing where they cannot be computed
    double lcl2 = missing; // two sigma
    double ucl2 = missing;
    double ucl = missing;
    int part = 1;
    bool baseline = true; // inside the frozen baseline (all points without freeze)
    bool include = true;
    bool sigma_signal = false; // outside the three-sigma limits
    bool runs_signal = false;  // its part has an unusually long run or unusually few crossings
};

// One stretch of points that shares a centre line.
struct ChartPart {
    std::size_t first = 0; // index (from 0) of its first point
    std::size_t end = 0;   // one after its last point
    ChartModel model;      // before multiplication; gives limits for any n (limits_at)
    Runs runs;
    bool runs_signal = false;
    bool constant = false; // two points or more, all with the same value: no spread to set limits by
    int sigma_signals = 0; // points outside the limits
};

struct Chart {
    ChartType type = ChartType::run;
    double multiply = 1;
    std::vector<ChartPoint> points;
    std::vector<ChartPart> parts;

    [[nodiscard]] const ChartPart& last_part() const { return parts.back(); }
};

// The chart of one series whose points are in order of x. Formulas: see the README of this module.
// Errors (invalid): no points; a denominator missing altogether where the chart needs one
// (chart.no_denominator); a negative denominator, or a share above 1 on P charts (chart.bad_share); a time of
// zero on T charts (chart.time_not_positive); a negative count on U, C and G charts (chart.negative_count).
// {point} tells which, from 1.
Result<Chart> chart(ChartType type, std::span<const Subgroup> points, const ChartOptions& options = {});

} // namespace maerkbar::statistics
