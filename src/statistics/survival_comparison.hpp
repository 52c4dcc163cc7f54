#pragma once

#include <cstddef>
#include <span>
#include <vector>

#include "base/result.hpp"
#include "statistics/survival.hpp"

namespace maerkbar::statistics {

// A case and the number of its group, from 0.
struct GroupedCase {
    double time = 0;
    bool ended = false;
    std::size_t group = 0;
};

// Which differences weigh most. log_rank: all alike. peto: those while many cases are still open, so that a
// few very long cases do not decide.
enum class TestWeight { log_rank, peto };

struct GroupEndings {
    std::size_t cases = 0;
    double observed = 0; // endings, weighted
    double expected = 0; // if all groups were alike
};

struct CurveComparison {
    std::vector<GroupEndings> groups;
    double chi_squared = missing;
    int degrees_of_freedom = 0;
    double p = missing; // of so great a difference by chance; missing with fewer than two groups
};

// Whether `groups` groups differ in how long their cases last, open cases counted: the log-rank test (Mantel
// 1966) and Peto and Peto's (1972, weights S(t−)), both of the family of Harrington and Fleming 1982 (rho 0
// and 1). Errors (invalid): a time below zero or not finite, a group that is not below `groups`.
[[nodiscard]] Result<CurveComparison> compare_curves(std::span<const GroupedCase> cases, std::size_t groups,
                                                     TestWeight weight);

} // namespace maerkbar::statistics
