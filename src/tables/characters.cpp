#include "tables/characters.hpp"

namespace maerkbar::tables {

namespace {

bool ascii_space(char c) {
    return c == ' ' || (c >= '\t' && c <= '\r');
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
    bool after_c3 = false;
    for (char& c : out) {
        const auto byte = static_cast<unsigned char>(c);
        if (after_c3 && byte >= 0x80 && byte <= 0x9E && byte != 0x97)
            c = static_cast<char>(byte + 0x20);
        else
            c = to_lower(c);
        after_c3 = byte == 0xC3;
    }
    return out;
}

bool equal_ignoring_case(std::string_view a, std::string_view b) {
    return a.size() == b.size() && lower_case(a) == lower_case(b);
}

} // namespace maerkbar::tables
