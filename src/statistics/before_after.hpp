#pragma once

#include <span>

#include "base/result.hpp"
#include "statistics/finished_only.hpp"
#include "statistics/survival.hpp"
#include "statistics/survival_comparison.hpp"

namespace maerkbar::statistics {

// Whether things take shorter or longer after a change.
enum class DurationChange {
    too_few, // fewer than least_endings endings on a side: nothing can be said
    none,    // no difference beyond chance
    unsure,  // the two tests do not agree
    shorter,
    longer,
};

inline constexpr std::size_t least_endings = 10;

// One side of the comparison, open cases counted.
struct DurationSide {
    SurvivalCurve curve;
    RestrictedMean mean;      // up to BeforeAfter::horizon
    FinishedFigures finished; // open cases left out
};

struct BeforeAfter {
    DurationSide before;
    DurationSide after;
    double horizon = 0; // the longest time that both sides show
    CurveComparison log_rank;
    CurveComparison peto;
    DurationChange change = DurationChange::too_few;
    // What comparing finished cases alone would have said, by the rank test.
    RankTest finished_test;
    double finished_shift = missing; // Hodges and Lehmann's median difference, after − before
    DurationChange finished_claim = DurationChange::too_few;
};

// A change is claimed only where the log-rank test and Peto and Peto's both see it at `level` and in the same
// direction: one asks about all durations alike, the other about most cases, and a difference that only one
// of them sees may be a handful of long cases. Errors as survival_curve().
[[nodiscard]] Result<BeforeAfter> before_after(std::span<const Followed> before,
                                               std::span<const Followed> after, double level = 0.05);

} // namespace maerkbar::statistics
