#pragma once

#include <cstddef>
#include <span>

#include "statistics/intervals.hpp"

namespace maerkbar::statistics {

// How well a proxy (a relative, a carer) answers for a person, where both have answered the same question on
// a scale of whole steps.
struct Agreement {
    std::size_t pairs = 0;
    double same = missing;            // share of equal answers
    double within_one = missing;      // … at most one step apart
    double mean_difference = missing; // proxy - self
    double standard_deviation = missing;
    Interval limits; // of agreement: mean difference ± 1.96 standard deviations (Bland and Altman 1986)
    // Cohen 1960, and weighted by the distance or its square (Cohen 1968). Missing where chance alone would
    // agree in everything, as when all answers are the same.
    double kappa = missing;
    double kappa_linear = missing;
    double kappa_quadratic = missing;
};
// Two spans of equal length without missing values.
Agreement agreement(std::span<const double> self, std::span<const double> proxy);

} // namespace maerkbar::statistics
