#pragma once

#include <cstdint>
#include <span>

#include "statistics/intervals.hpp"

namespace maerkbar::statistics {

// Where everybody who could answer is known, answers of a part tell more than a sample of endless many would,
// and answers of all are knowledge: the intervals below have no width then. 0 <= count <= answers <=
// population.
struct PopulationShare {
    std::int64_t count = 0;
    std::int64_t answers = 0;
    std::int64_t population = 0;
};

// 1 - n/N: what is left of the variance.
double finite_correction(std::int64_t answers, std::int64_t population);
// sqrt((1 - n/N) p (1 - p) / (n - 1)) (Cochran, Sampling Techniques, 3.8). 0 when all have answered.
double share_standard_error(const PopulationShare& share);
// n (N - 1) / (N - n): as many answers of an endless population tell as much. Infinite when all have
// answered.
double effective_answers(const PopulationShare& share);
// Wilson's interval with the effective answers in place of n.
Interval wilson_finite(const PopulationShare& share, double confidence = 0.95);

// How many of the population say yes.
struct PopulationRange {
    std::int64_t lower = 0;
    std::int64_t upper = 0;
};
// Exact: every number M for which neither P(X <= count) nor P(X >= count) is alpha/2 or less, X
// hypergeometric (N, M, n) (Buonaccorsi 1987).
PopulationRange hypergeometric_range(const PopulationShare& share, double confidence = 0.95);

struct PopulationMean {
    double mean = missing;
    double standard_deviation = missing;
    double standard_error_infinite = missing; // s/√n, as if the answers stood for endless many
    double standard_error = missing;          // s/√n · √(1 - n/N); 0 when all have answered
    Interval interval;                        // mean ± t(n - 1) · standard error
};
// `answers` without missing values; the population is at least as large. Cochran 2.6.
PopulationMean population_mean(std::span<const double> answers, double population, double confidence = 0.95);

// A scale of 1 to `highest` as 0 to 100: 100 (score - 1) / (highest - 1).
double index_of(double score, double highest = 5);

} // namespace maerkbar::statistics
