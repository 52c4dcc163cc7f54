#pragma once

#include "statistics/intervals.hpp"

namespace maerkbar::statistics {

// Two independent groups or waves, first - second.
struct ShareDifference {
    double difference = missing;
    Interval newcombe; // the one to show (Newcombe 1998, Statistics in Medicine 17:873, method 10)
    Interval wald;     // for comparison only: too narrow in small groups
    // Pearson's chi-square with 1 degree of freedom; missing where all or nobody says yes.
    double chi_square = missing;
    double p_chi_square = missing;
    double p_yates = missing;  // with Yates' correction, min(1/2, |x - expected|)
    double p_fisher = missing; // exact, two-sided: all tables at most as probable as the one seen
};
// Whole counts. Everything is missing where a group is empty.
ShareDifference compare_shares(Share first, Share second, double confidence = 0.95);

} // namespace maerkbar::statistics
