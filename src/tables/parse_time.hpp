#pragma once

#include <cstdint>
#include <optional>

#include "tables/cursor.hpp"

namespace maerkbar::tables {

// Takes a time of day from the cursor: hours and minutes, then maybe seconds (a fraction is dropped) and AM
// or PM. Gives seconds since midnight. Shared by dates with times and times alone.
[[nodiscard]] std::optional<std::int32_t> take_time_of_day(Cursor& cursor);

} // namespace maerkbar::tables
