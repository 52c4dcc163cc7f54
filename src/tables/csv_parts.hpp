#pragma once

#include <string_view>

#include "base/result.hpp"

namespace maerkbar::tables {

// What every reader of CSV needs, whether it hands out rows or counts events.

// LF, CRLF and CR alone each count once.
[[nodiscard]] std::size_t line_breaks(std::string_view text);
// Takes the quotation marks off a raw field, in place. Text after the closing mark is kept as it stands.
[[nodiscard]] std::string_view unquote(char* field, std::size_t size);
// Both name the line in which the row begins.
[[nodiscard]] Error unclosed_quote(std::size_t line);
[[nodiscard]] Error row_too_long(std::size_t line, std::size_t bytes);

} // namespace maerkbar::tables
