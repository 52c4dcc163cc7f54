#pragma once

#include <span>
#include <vector>

namespace maerkbar::statistics {

// Many comparisons at once: p-values that keep their meaning. In the order given; missing ones stay missing
// and do not count.

// Holm 1979: the chance of even one false finding stays below the level.
std::vector<double> holm(std::span<const double> p_values);
// Benjamini and Hochberg 1995: the expected share of false ones among the findings stays below the level.
std::vector<double> benjamini_hochberg(std::span<const double> p_values);
// The simplest and most cautious: p times their number.
std::vector<double> bonferroni(std::span<const double> p_values);

} // namespace maerkbar::statistics
