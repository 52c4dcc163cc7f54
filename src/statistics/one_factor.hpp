#pragma once

#include <optional>
#include <vector>

#include "statistics/matrix.hpp"

namespace maerkbar::statistics {

// One common factor behind some items: item = loading · factor + rest, the factor with variance 1.
struct OneFactor {
    std::vector<double> loadings;
    std::vector<double> rest_variances;
};

// Maximum likelihood by expectation and maximisation (Rubin and Thayer 1982) from the covariance of the
// items. Nothing for fewer than three items, or where a rest variance runs to 0 (a Heywood case).
std::optional<OneFactor> fit_one_factor(const Matrix& covariance);

} // namespace maerkbar::statistics
