#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace maerkbar::tables {

// Small things about characters that the readers and parsers share. Not for other modules.

inline bool is_digit(char c) {
    return c >= '0' && c <= '9';
}
inline bool is_letter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}
// Part of a word: ASCII letters, digits, underscore and every byte of a multi-byte UTF-8 character.
inline bool is_word(char c) {
    return is_digit(c) || is_letter(c) || c == '_' || static_cast<signed char>(c) < 0;
}
inline char to_lower(char c) {
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
}

// Length in bytes of the white space at the front or back: ASCII, no-break (U+00A0), thin (U+2009) and narrow
// no-break (U+202F) spaces.
[[nodiscard]] std::size_t leading_space(std::string_view text);
[[nodiscard]] std::size_t trailing_space(std::string_view text);
[[nodiscard]] std::string_view trim(std::string_view text);

// Lower case of ASCII and of the Latin letters up to U+00DE, which are all that Danish and Norwegian use.
[[nodiscard]] std::string lower_case(std::string_view text);
[[nodiscard]] bool equal_ignoring_case(std::string_view a, std::string_view b);

} // namespace maerkbar::tables
