#pragma once

#include <cstddef>
#include <optional>
#include <span>

namespace maerkbar::measurement {

// Indexes into a series: the level before lies on [before, since), the one now on [since, end).
struct FoundShift {
    std::size_t before = 0;
    std::size_t since = 0;
};

// The latest lasting change of level that the numbers themselves show, as a proposal for a person to judge.
// Missing values (NaN) are passed over. The series is cut in two where that explains most (least squares) if
//   * its runs are more than chance (Anhøj), and
//   * the cut explains more than 3 ln n σ² (the modified BIC of Zhang and Siegmund 2007), σ from moving
//   ranges,
//   * with at least eight points on both sides;
// the later part is searched again. A later part that still has unusual runs (a trend) is no level: none.
[[nodiscard]] std::optional<FoundShift> find_shift(std::span<const double> values);

} // namespace maerkbar::measurement
