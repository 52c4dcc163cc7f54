#pragma once

#include <span>

#include "statistics/chart.hpp"

namespace maerkbar::statistics {

// Between which values the next point is expected if nothing changes: the three-sigma limits of the last part
// for a point of denominator `n` (ignored by charts without one), multiplied as the chart is. A constant last
// part gives its value twice. Missing on run charts and where limits cannot be computed.
Limits next_limits(const Chart& chart, double n);

// The denominator to expect next: the median of the last twelve that are above 0; missing where there is
// none.
double expected_denominator(std::span<const Subgroup> points);

// What is wanted; a missing end is open. A floor of 80 %: {0.8, missing}.
struct TargetRange {
    double floor = missing;
    double ceiling = missing;
};

// Whether a process that goes on as now keeps the target.
enum class Capability {
    unknown,   // no limits, or no target
    capable,   // the limits lie wholly on the right side
    incapable, // wholly on the wrong side
    across,    // the target lies between them: some periods will keep it, some will not
};

Capability capability(Limits next, TargetRange target);

// The probability that the next point keeps the target, from a normal distribution around the centre; on a
// constant process 0 or 1. Missing without limits or target.
double probability_of_keeping(Limits next, TargetRange target);

} // namespace maerkbar::statistics
