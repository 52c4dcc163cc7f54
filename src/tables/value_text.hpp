#pragma once

#include <cstdint>
#include <string>

#include "base/result.hpp"
#include "tables/parse_values.hpp"

namespace maerkbar::tables {

// Values as text that parse_values.hpp reads back; shared by the writers and the spreadsheet reader. Not for
// other modules.

// `decimals` of -1: the shortest text that gives the same number again. Never with an exponent where 17
// figures do. Not a number and infinity give "".
[[nodiscard]] std::string number_text(double value, int decimals, DecimalMark mark);
[[nodiscard]] std::string clock_text(std::int64_t seconds); // 13:05:09; hours may pass 24

[[nodiscard]] Error too_many_cells();

} // namespace maerkbar::tables
