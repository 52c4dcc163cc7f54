#pragma once

#include "statistics/scale_summary.hpp"

namespace maerkbar::statistics {

// Two independent groups on one scale: "in 72 of 100 random pairs the later answer is the better one".
struct OrdinalDifference {
    double u_after = missing;           // pairs in which after is higher, ties as one half
    double probability_after = missing; // u / (n1 n2): P(after > before) + P(equal)/2
    double cliffs_delta = missing;      // 2 times that, minus 1
    // Mann and Whitney 1947 with the variance corrected for ties; missing where all answers are equal.
    double p_asymptotic = missing;
    double p_asymptotic_corrected = missing; // with continuity correction
    // Exact, given the ties: rank sums at least as far from their mean. For up to most_exact_answers
    // together.
    double p_exact = missing;
};
inline constexpr std::int64_t most_exact_answers = 80;
// Both on the same steps; everything is missing where a group is empty.
OrdinalDifference compare_ordinal(ScaleCounts before, ScaleCounts after);

// The proportional-odds model (McCullagh 1980) with the group as its one predictor.
struct ProportionalOdds {
    double log_odds_ratio = missing;
    double standard_error = missing;
    double odds_ratio = missing; // above 1: after is higher
};
// Needs at least this many answers in each group: fewer say little, and may leave the estimate without end.
inline constexpr std::int64_t fewest_for_odds = 10;
// Maximum likelihood by Newton's method; missing also where the groups do not overlap.
ProportionalOdds proportional_odds(ScaleCounts before, ScaleCounts after);

} // namespace maerkbar::statistics
