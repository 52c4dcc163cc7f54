#pragma once

#include <cstdint>
#include <span>
#include <vector>

namespace maerkbar::statistics {

// Twice the rank of each value from 1 on, whole also where equal values share the mean of their ranks.
std::vector<std::int64_t> doubled_ranks(std::span<const double> values);

// Spearman's correlation: that of the ranks. Missing for constant values.
double spearman(std::span<const double> first, std::span<const double> second);

} // namespace maerkbar::statistics
