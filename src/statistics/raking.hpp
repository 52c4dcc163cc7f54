#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "base/result.hpp"
#include "statistics/numbers.hpp"

namespace maerkbar::statistics {

// A property whose numbers in the population are known, as sex or age group.
struct Margin {
    std::string name;                 // for messages
    std::vector<std::uint32_t> level; // of each answer, from 0
    std::vector<double> population;   // of each level, above 0
};

struct RakingOptions {
    // Weights stay within these multiples of their mean, as 0.3 and 3; the margins then fit only nearly.
    std::optional<double> lowest_multiple = {};
    std::optional<double> highest_multiple = {};
};

struct Raking {
    std::vector<double> weights;        // of each answer, summing to the population
    double design_effect = missing;     // Kish: n Σw² / (Σw)²
    double effective_answers = missing; // n / design effect: show this one
    bool trimmed = false;
};
inline constexpr std::size_t fewest_answers_to_weight = 100;
inline constexpr std::size_t fewest_answers_a_level = 5;

// Iterative proportional fitting (Deming and Stephan 1940) until no margin is off by more than 1e-12 of
// itself. Refused with a reason: fewer than 100 answers, a level with fewer than 5, margins that count
// different populations, and margins that cannot be fitted together.
Result<Raking> rake(std::span<const Margin> margins, const RakingOptions& options = {});

struct WeightedMean {
    double mean = missing;
    double standard_error_fixed = missing; // as if the weights had been given: a little too large
    double standard_error_calibrated =
        missing; // knows that the margins leave less to chance (Deville and Särndal)
};
// Linearised standard errors, n/(n - 1) Σ(z - z̄)², with replacement.
WeightedMean weighted_mean(std::span<const double> values, const Raking& raking,
                           std::span<const Margin> margins);

} // namespace maerkbar::statistics
