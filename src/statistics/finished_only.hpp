#pragma once

#include <cstddef>
#include <span>

#include "statistics/numbers.hpp"

// What the usual comparison of finished cases claims. It leaves out every case that is still open, which are
// the long ones, and so makes the latest period look quick. It is computed to be shown beside the honest
// answer, never by itself.
namespace maerkbar::statistics {

// Of one group of finished cases. Quantiles interpolate between neighbours: h = (n − 1) p.
struct FinishedFigures {
    std::size_t cases = 0;
    double mean = missing;
    double median = missing;
    double p90 = missing;
    double longest = missing;
};
[[nodiscard]] FinishedFigures finished_figures(std::span<const double> times);

struct RankTest {
    double w = missing; // pairs in which the first is longer; ties count a half
    double p = missing; // normal approximation, corrected for ties and continuity
};
// Wilcoxon 1945, Mann and Whitney 1947. Missing where a group is empty or all times are equal.
[[nodiscard]] RankTest rank_test(std::span<const double> first, std::span<const double> second);

// The median of all differences first − second (Hodges and Lehmann 1963), found by counting pairs, so that
// its cost is that of sorting. Missing where a group is empty.
[[nodiscard]] double hodges_lehmann(std::span<const double> first, std::span<const double> second);

struct MeanTest {
    double t = missing;
    double degrees_of_freedom = missing;
    double p = missing;
};
// Welch 1947: means of groups with different spread. Missing with fewer than two cases a group or no spread.
[[nodiscard]] MeanTest welch_test(std::span<const double> first, std::span<const double> second);

} // namespace maerkbar::statistics
