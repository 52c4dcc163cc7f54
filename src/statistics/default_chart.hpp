#pragma once

#include <span>

#include "statistics/chart_model.hpp"
#include "statistics/series.hpp"

namespace maerkbar::statistics {

// What the figures of an indicator are, as far as the choice of chart goes.
enum class FigureKind {
    share, // y of n, each of them either or not
    rate,  // events per n
    mean,  // a sum over n measurements
    value, // one figure a point: a quantile, an amount, a count
};

// With fewer points than this nothing can be said about the usual variation: a run chart is shown, and no
// limits.
inline constexpr int points_for_limits = 12;

// Whether a point has fewer than five events on average, or, where the figures are shares, fewer than five
// others. Prime charts take their spread from neighbours; among many equal points with a rare event there is
// next to none, and they would call every point a signal.
bool events_are_rare(FigureKind kind, std::span<const Subgroup> points);

// The chart for these points: P-prime, U-prime, I-prime or I; P or U where events are rare; a run chart where
// fewer than points_for_limits points are there. Prime charts, because the volumes of a municipality are so
// large that plain P and U charts call nearly every month a signal.
ChartType default_chart(FigureKind kind, std::span<const Subgroup> points);

} // namespace maerkbar::statistics
