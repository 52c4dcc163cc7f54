#pragma once

#include <cmath>
#include <limits>
#include <span>

namespace maerkbar::statistics {

// A value that is not there: a missing figure, 0/0, limits that cannot be computed. Never an error by itself.
inline constexpr double missing = std::numeric_limits<double>::quiet_NaN();

inline bool is_missing(double value) {
    return std::isnan(value);
}
inline double finite_or_missing(double value) {
    return std::isfinite(value) ? value : missing;
}

// Mean of the values that are there; missing when there are none. A second pass takes away the rounding error
// of the first, so that equal values have exactly that value as mean.
double mean(std::span<const double> values);
// Standard deviation with n - 1; missing for fewer than two values. Missing values are left out.
double standard_deviation(std::span<const double> values);
// Median of the values that are there; missing when there are none. Reorders its argument.
double median_in_place(std::span<double> values);

// Correlation of each value with the one before it: Σ(yᵢ−m)(yᵢ₋₁−m) / Σ(yᵢ−m)². Pairs across a missing value
// are left out. Missing for fewer than three values or a constant series.
double lag1_autocorrelation(std::span<const double> values);

} // namespace maerkbar::statistics
