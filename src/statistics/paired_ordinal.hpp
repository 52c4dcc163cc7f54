#pragma once

#include <cstddef>
#include <span>

#include "statistics/intervals.hpp"

namespace maerkbar::statistics {

// The same persons before and after on one scale; changes are after - before.
struct PairedOrdinal {
    std::size_t pairs = 0;
    std::size_t improved = 0;
    std::size_t unchanged = 0;
    std::size_t worsened = 0;
    double mean_change = missing;
    double standard_deviation = missing;
    Interval interval;       // mean change ± t(n - 1) standard errors; missing where all changed alike
    double p_t = missing;    // paired t test; missing likewise
    double p_sign = missing; // exact sign test of those who changed; 1 where nobody did
    // Wilcoxon 1945: sum of the ranks of improvements among those who changed, ties shared. Missing where
    // nobody did.
    double v = missing;
    double p_wilcoxon = missing;
    double p_wilcoxon_corrected = missing; // with continuity correction
    // Exact, given the ties, for up to most_exact_pairs who changed: zeros dropped before ranking (Wilcoxon),
    // and ranked with the others but not counted (Pratt 1959).
    double p_wilcoxon_exact = missing;
    double p_pratt_exact = missing;
};
inline constexpr std::size_t most_exact_pairs = 200;
// Two spans of equal length without missing values.
PairedOrdinal compare_paired_ordinal(std::span<const double> before, std::span<const double> after);

} // namespace maerkbar::statistics
