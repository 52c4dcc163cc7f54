#pragma once

#include <span>

#include "statistics/chart.hpp"

namespace maerkbar::statistics {

// Whether a chart of this type can be computed from these points; see chart() for the errors.
Result<void> check_points(ChartType type, std::span<const Subgroup> points);

} // namespace maerkbar::statistics
