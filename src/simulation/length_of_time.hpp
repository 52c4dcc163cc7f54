#pragma once

#include <optional>
#include <string_view>

namespace maerkbar::simulation {

inline constexpr double most_hours = 1e6;

// s, min, h, d (of 24 hours) or w in hours.
[[nodiscard]] std::optional<double> hours_of_unit(std::string_view unit);

// "20 s", "3 min", "1.5h", "2 d", "1 w" in hours, from 0 to most_hours. Nothing without a unit: a bare number
// is read as minutes by one and as hours by the next.
[[nodiscard]] std::optional<double> hours_in(std::string_view text);

} // namespace maerkbar::simulation
