#include "tables/characters.hpp"

namespace maerkbar::tables {

namespace {

bool ascii_space(char c) {
    return c == ' ' || (c >= '\t' && c <= '\r');
}

// 0xC3 leads the letters U+00C0 to U+00FF; U+00D7 is the sign ×.
char lower_byte(std::string_view text, std::size_t at) {
    const auto byte = static_cast<unsigned char>(text[at]);
    const bool capital = byte >= 0x80 && byte <= 0x9E && byte != 0x97 && at > 0 && text[at - 1] == '\xC3';
    return capital ? static_cast<char>(byte + 0x20) : to_lower(text[at]);
}

} // namespace

std::size_t leading_space(std::string_view text) {
    if (text.empty()) return 0;
    if (ascii_space(text[0])) return 1;
    if (text.starts_with("\u00A0")) return 2;
    if (text.starts_with("\u2009") || text.starts_with("\u202F")) return 3;
    return 0;
}

std::size_t trailing_space(std::string_view text) {
    if (text.empty()) return 0;
    if (ascii_space(text.back())) return 1;
    if (text.ends_with("\u00A0")) return 2;
    if (text.ends_with("\u2009") || text.ends_with("\u202F")) return 3;
    return 0;
}

std::string_view trim(std::string_view text) {
    while (const auto bytes = leading_space(text))
        text.remove_prefix(bytes);
    while (const auto bytes = trailing_space(text))
        text.remove_suffix(bytes);
    return text;
}

std::string lower_case(std::string_view text) {
    std::string out(text);
    for (std::size_t i = 0; i < out.size(); ++i)
        out[i] = lower_byte(text, i);
    return out;
}

bool equal_ignoring_case(std::string_view a, std::string_view b) {
    if (a.size() != b.size()) return false;
    for (std::size_t i = 0; i < a.size(); ++i)
        if (lower_byte(a, i) != lower_byte(b, i)) return false;
    return true;
}

} // namespace maerkbar::tables
