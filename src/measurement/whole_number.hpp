#pragma once

#include <string>
#include <string_view>

namespace maerkbar::measurement {

// 128 bits: the sum of the squares of any column of a municipality fits exactly.
__extension__ using Int128 = __int128;

[[nodiscard]] std::string to_text(Int128 number);
// Reads a number from the front of `text` and removes it; false where none stands there or it is too large.
bool take_number(std::string_view& text, Int128& number);

} // namespace maerkbar::measurement
