#pragma once

#include <string_view>

namespace maerkbar::storage {

// Both databases can keep it: UTF-8 (RFC 3629) without NUL. SQLite alone would take anything.
bool is_storable(std::string_view text);

// Neither infinite nor NaN, which SQLite would turn into null.
bool is_storable(double number);

} // namespace maerkbar::storage
