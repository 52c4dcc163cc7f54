#pragma once

#include <cstdint>
#include <span>

#include "statistics/intervals.hpp"

namespace maerkbar::statistics {

// Answers on each step of a scale, from the lowest step, which is worth 1. Counts are all that most functions
// need: cells hold them, and they never show who answered what.
using ScaleCounts = std::span<const std::int64_t>;

std::int64_t answers_on(ScaleCounts counts);

// What one question gave. Four reasons why there is no answer are four codes; only "don't know" is shown
// beside the figures, none of them is in the denominator.
struct ScaleSummary {
    std::int64_t answers = 0;
    double mean = missing;
    double median = missing;
    double top1 = missing; // share on the highest step
    double top2 = missing; // share on the two highest
    double bottom2 = missing;
    double net = missing;                 // top2 - bottom2
    double top2_with_dont_know = missing; // with "don't know" in the denominator, as the NHS counts
    Interval top2_interval;               // Wilson
    double index = missing;               // the mean as 0 to 100
};
// Missing where nobody answered; the boxes are missing for scales of fewer than four steps, where they
// overlap.
ScaleSummary summarise_scale(ScaleCounts counts, std::int64_t dont_know = 0);

// The Net Promoter Score of 0 to 10, for questions that were imported: noisy, so it comes with its interval.
struct NetPromoter {
    std::int64_t answers = 0;
    double promoters = missing;  // share of 9 and 10
    double passives = missing;   // 7 and 8
    double detractors = missing; // 0 to 6
    double score = missing;      // 100 (promoters - detractors)
    double standard_error = missing;
    Interval interval; // score ± z standard errors
};
// Eleven counts, for 0 to 10. Standard error 100 sqrt((P + D - (P - D)²) / n), the variance of a trinomial.
NetPromoter net_promoter(std::span<const std::int64_t, 11> counts, double confidence = 0.95);

} // namespace maerkbar::statistics
