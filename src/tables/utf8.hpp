#pragma once

#include <cstddef>
#include <string_view>

namespace maerkbar::tables {

// The characters of Windows-1252 from 0x80 on; its five unassigned bytes give U+FFFD.
[[nodiscard]] char32_t windows_1252_character(unsigned char byte);

// Writes one character (1 to 4 bytes) and returns the place after it.
char* put_utf8(char32_t character, char* to);

// Length in bytes of the UTF-8 character at the front (RFC 3629: no overlong forms, no surrogates);
// 0 where it is none, -1 where `text` ends inside what may become one.
[[nodiscard]] int utf8_length(std::string_view text);

// How many bytes at the front are ASCII other than NUL.
[[nodiscard]] std::size_t plain_prefix(std::string_view text);

} // namespace maerkbar::tables
