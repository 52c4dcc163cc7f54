#include "statistics/share_intervals.hpp"

#include <algorithm>

#include "statistics/distributions.hpp"

namespace maerkbar::statistics {

namespace {

// One limit of Wilson's interval seen from the share `p` moved by the correction; sign -1 is the lower limit.
double wilson_limit(double p, double n, double signed_z) {
    const double half = signed_z * signed_z / (2 * n);
    return (p + half + signed_z * std::sqrt(p * (1 - p) / n + half / (2 * n))) / (1 + 2 * half);
}

} // namespace

Interval wilson_corrected(Share share, double confidence) {
    if (!(share.n > 0)) return {};
    const double z = normal_reach(confidence);
    const double correction = std::min(0.5, std::fabs(share.count - share.n / 2)) / share.n;
    const double low = share.count / share.n - correction;
    const double high = share.count / share.n + correction;
    return {low <= 0 ? 0 : wilson_limit(low, share.n, -z), high >= 1 ? 1 : wilson_limit(high, share.n, z)};
}

Interval jeffreys(Share share, double confidence) {
    if (!(share.n > 0)) return {};
    const double tail = (1 - confidence) / 2;
    const double a = share.count + 0.5;
    const double b = share.n - share.count + 0.5;
    return {share.count == 0 ? 0 : beta_quantile(tail, a, b),
            share.count == share.n ? 1 : beta_quantile(1 - tail, a, b)};
}

Interval agresti_coull(Share share, double confidence) {
    if (!(share.n > 0)) return {};
    const double z = normal_reach(confidence);
    const double n = share.n + z * z;
    const double p = (share.count + z * z / 2) / n;
    const double reach = z * std::sqrt(p * (1 - p) / n);
    return {p - reach, p + reach};
}

} // namespace maerkbar::statistics
