#pragma once

#include <cstddef>
#include <span>
#include <vector>

#include "statistics/intervals.hpp"

namespace maerkbar::statistics {

struct ItemReliability {
    double mean = missing;
    double standard_deviation = missing;
    double rest_correlation = missing; // with the sum of the other items
    double alpha_if_dropped = missing; // of the others alone; missing for scales of two items
};

// Do several questions measure one thing? Not for single questions, nor for lists that only add up.
struct Reliability {
    std::size_t answers = 0;
    double alpha = missing;              // Cronbach 1951
    double alpha_standardised = missing; // from the correlations
    Interval alpha_interval;             // Feldt 1965
    double mean_correlation = missing;   // between items
    double omega_total =
        missing; // McDonald: (Σλ)² / ((Σλ)² + Σψ) of a one-factor model; at least three items
    std::vector<ItemReliability> items;
    // Fewer than four items or 30 answers: say so beside the figure.
    bool thin = true;
};
// One span an item, of equal length, without missing values. Everything is missing for fewer than two items
// or answers, or where an item is constant.
Reliability scale_reliability(std::span<const std::vector<double>> items, double confidence = 0.95);

} // namespace maerkbar::statistics
