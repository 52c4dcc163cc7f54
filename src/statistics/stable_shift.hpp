#pragma once

#include <cstddef>
#include <span>
#include <vector>

#include "statistics/chart.hpp"

namespace maerkbar::statistics {

// The Stable Shift Algorithm (Woodcock et al. 2025, doi 10.1136/bmjqs-2025-019263): where a chart might get a
// new level. It only proposes. Whether the cause is known and the new level is expected to last, a person
// must say: on seasonal data, short periods chase every winter.
struct ShiftOptions {
    std::size_t period = 21;        // points that set the limits of a level; 24 for monthly figures
    std::size_t run = 8;            // points in a row on one side of the level that may begin a new one
    std::size_t max_exclusions = 3; // points outside the limits that are left out of a level's calculation
    bool every_shift = false;       // propose at each such run, stable or not
    bool no_regrets = true;         // not where the data end with a run back to the old side
    bool overhanging = true; // a run back that begins in the period counts even where it grows long after it
    bool screen = true;      // of moving ranges, as in ChartOptions
};

struct ProposedLevel {
    std::size_t first = 0;             // index of its first point
    int direction = 0;                 // +1 above the level before, -1 below; 0 for the first level
    ChartModel model;                  // from its first `period` points without the excluded ones
    std::vector<std::size_t> excluded; // indices of points left out, furthest outside first
};

// The levels from first to last; the first one begins at 0. Empty where there are fewer points than a period,
// and for charts whose points are no values of the series itself (MR, T, S).
std::vector<ProposedLevel> stable_shifts(ChartType type, std::span<const Subgroup> points,
                                         const ShiftOptions& options = {});

} // namespace maerkbar::statistics
