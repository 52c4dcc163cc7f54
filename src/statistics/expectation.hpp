#pragma once

#include <cstddef>
#include <span>

#include "statistics/intervals.hpp"

namespace maerkbar::statistics {

// Perceived quality: what the same persons expected and what they experienced, on one scale. The gap and the
// ratio of means are the headlines, beside the experience itself: lower expectations must not look like
// success.
struct ExpectationGap {
    std::size_t pairs = 0;
    double mean_expectation = missing;
    double mean_experience = missing;
    double gap = missing;                  // experience - expectation
    Interval gap_interval;                 // paired, ± t(n - 1) standard errors
    double ratio = missing;                // of the means: experience / expectation
    double ratio_standard_error = missing; // delta method
    // Fieller 1954 for paired means. Missing where the expectation is too uncertain for the interval to end.
    Interval ratio_interval;
    // Low expectations inflate this one, and it depends on where the scale begins: for comparison only.
    // Missing where somebody expected 0.
    double mean_of_ratios = missing;
    double met_or_exceeded = missing; // shares of the persons
    double exceeded = missing;
    double below = missing;
};
// Two spans of equal length without missing values.
ExpectationGap expectation_gap(std::span<const double> expectation, std::span<const double> experience,
                               double confidence = 0.95);

} // namespace maerkbar::statistics
