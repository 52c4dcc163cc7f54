#include "statistics/shewhart.hpp"

#include <algorithm>
#include <cmath>

#include "statistics/numbers.hpp"

namespace maerkbar::statistics {

double c4(double n) {
    if (!(n > 1)) return missing;
    // std::lgamma may write a global sign, which two threads must not share.
    int sign = 0;
    return std::sqrt(2 / (n - 1)) * std::exp(lgamma_r(n / 2, &sign) - lgamma_r((n - 1) / 2, &sign));
}

double c5(double n) {
    return std::sqrt(1 - c4(n) * c4(n));
}

double a3(double n) {
    return 3 / (c4(n) * std::sqrt(n));
}

double b3(double n) {
    const double lower = 1 - 3 * c5(n) / c4(n);
    return is_missing(lower) ? missing : std::max(0.0, lower);
}

double b4(double n) {
    return 1 + 3 * c5(n) / c4(n);
}

} // namespace maerkbar::statistics
