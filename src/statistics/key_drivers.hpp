#pragma once

#include <span>
#include <vector>

#include "base/result.hpp"
#include "statistics/numbers.hpp"

namespace maerkbar::statistics {

// What goes together with overall satisfaction. Not what causes it: the page must say so.
struct KeyDriver {
    double mean = missing;
    double correlation = missing; // Pearson
    double spearman = missing;
    double slope = missing; // of the regression on all drivers
    double beta = missing;  // the same in standard deviations
    // Shares of R² (their sum): the mean over all orders in which the drivers may enter (Lindeman, Merenda
    // and Gold 1980, the Shapley value), and Johnson's relative weights (2000).
    double shapley = missing;
    double relative_weight = missing;
    double alone = missing; // R² of this driver by itself
    double last = missing;  // what it adds to all others
};
struct KeyDrivers {
    double r_squared = missing;
    std::vector<KeyDriver> drivers; // in the order given
};
inline constexpr std::size_t most_drivers = 12;
inline constexpr std::size_t fewest_answers_for_drivers = 50;
inline constexpr std::size_t fewest_answers_per_driver = 10;

// `drivers`: a span of equal length for each, without missing values. Refused with a reason for too few
// answers, too many drivers, and drivers that are constant or made of the others.
Result<KeyDrivers> key_drivers(std::span<const double> overall, std::span<const std::vector<double>> drivers);

} // namespace maerkbar::statistics
