#pragma once

#include <cstddef>
#include <span>
#include <vector>

#include "base/result.hpp"
#include "statistics/intervals.hpp"

// How long things take when some are not finished yet. A case that is still open is known to have lasted at
// least so long: it is counted as waiting until then, and neither left out nor taken as finished.
namespace maerkbar::statistics {

// One case: how long it was followed, in any unit, and whether it ended then or was still open.
struct Followed {
    double time = 0;
    bool ended = false;
};

// What happened at one distinct time of the curve.
struct SurvivalPoint {
    double time = 0;
    std::size_t at_risk = 0; // cases that lasted at least so long
    std::size_t ended = 0;
    std::size_t open = 0;         // last seen here, still open
    double share_open = 1;        // of all cases, estimated to last longer than `time`
    double relative_variance = 0; // Greenwood's sum of d / (n (n − d)); the variance of log(share_open)
    // Of share_open; missing where nothing is left.
    [[nodiscard]] double standard_error() const;
};

struct SurvivalCurve {
    std::vector<SurvivalPoint> points; // by rising time
    std::size_t cases = 0;
    std::size_t ended = 0;
};

// The estimate of Kaplan and Meier (1958) with the variance of Greenwood (1926). Errors (invalid): a time
// below zero or not finite. No cases give an empty curve.
[[nodiscard]] Result<SurvivalCurve> survival_curve(std::span<const Followed> cases);

// The scale on which the limits of share_open are symmetric.
enum class LimitScale { plain, log, log_log };

// Limits of share_open after one point, within 0 and 1. Missing where nobody is left; log-log also before the
// first ending.
[[nodiscard]] Interval limits_at(const SurvivalPoint& point, LimitScale scale, double confidence = 0.95);

// When a share of the cases has ended; missing where the observation does not reach that far.
struct TimeQuantile {
    double time = missing;
    Interval limits;
};

// `share` ended, 0.5 for the median: the first time with share_open <= 1 − share, and the middle of the step
// where the curve lies at exactly that height. Limits by the same rule on the curve's limits (Brookmeyer and
// Crowley 1982).
[[nodiscard]] TimeQuantile time_quantile(const SurvivalCurve& curve, double share,
                                         LimitScale scale = LimitScale::log_log);

struct RestrictedMean {
    double value = missing;
    double standard_error = missing;
};

// The mean time up to a horizon: the area under the curve until then. Missing where the observation ends
// before the horizon while cases are still open, since nobody has seen how that goes on. Its variance is the
// sum of (area to the right)² d / (n (n − d)).
[[nodiscard]] RestrictedMean restricted_mean(const SurvivalCurve& curve, double horizon);

// The longest time until which restricted_mean() is known; 0 for no cases.
[[nodiscard]] double observed_until(const SurvivalCurve& curve);

} // namespace maerkbar::statistics
