#pragma once

#include "sources/import/source.hpp"

namespace maerkbar::sources {

// Any number by period and unit: a numerator over a denominator, or one value. What has no source of its own:
// sick leave, expenses, attendances, pupils. A figure for a period lies on the first day of that period.
[[nodiscard]] Source figures_source();

} // namespace maerkbar::sources
