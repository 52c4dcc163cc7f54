#pragma once

#include "statistics/intervals.hpp"

namespace maerkbar::statistics {

// More intervals for a share, beside wilson and clopper_pearson of intervals.hpp. Missing where n is 0.

// Wilson's interval with continuity correction; the correction min(1/2, |x - n/2|) is that of R's prop.test.
Interval wilson_corrected(Share share, double confidence = 0.95);
// Quantiles of Beta(x + 1/2, n - x + 1/2) (Brown, Cai and DasGupta 2001): from 0 if x = 0, to 1 if x = n.
Interval jeffreys(Share share, double confidence = 0.95);
// Agresti and Coull 1998: Wald's interval after adding z²/2 of each kind. May reach beyond 0 and 1.
Interval agresti_coull(Share share, double confidence = 0.95);

} // namespace maerkbar::statistics
