#include <array>

#include "tables/characters.hpp"
#include "tables/utf8.hpp"
#include "tables/xlsx_workbook.hpp"

namespace maerkbar::tables {

namespace {

int hexadecimal(std::string_view digits) {
    int value = 0;
    for (const char c : digits) {
        const char lower = to_lower(c);
        const bool letter = lower >= 'a' && lower <= 'f';
        if (!letter && !is_digit(c)) return -1;
        value = value * 16 + (letter ? lower - 'a' + 10 : c - '0');
    }
    return value;
}

// The letters of the first section that are neither quoted, escaped nor in brackets; elapsed times [h] stay.
std::string bare_letters(std::string_view code) {
    std::string out;
    for (std::size_t i = 0; i < code.size() && code[i] != ';'; ++i) {
        const char c = code[i];
        if (c == '\\' || c == '_' || c == '*') {
            ++i;
        } else if (c == '"' || c == '[') {
            const auto close = code.find(c == '"' ? '"' : ']', i + 1);
            if (close == code.npos) break;
            const auto inside = lower_case(code.substr(i + 1, close - i - 1));
            if (c == '[' && (inside.starts_with("h") || inside.starts_with("m") || inside.starts_with("s")) &&
                inside.find_first_not_of(inside[0]) == inside.npos)
                out += 's'; // any letter of time
            i = close;
        } else {
            out += to_lower(c);
        }
    }
    return out;
}

} // namespace

NumberMeaning meaning_of_format(std::string_view code) {
    const auto letters = bare_letters(code);
    if (letters.find("general") != letters.npos) return NumberMeaning::number;
    const bool day = letters.find_first_of("yd") != letters.npos;
    const bool clock = letters.find_first_of("hs") != letters.npos;
    const bool month = !clock && letters.find('m') != letters.npos;
    if (day && clock) return NumberMeaning::date_time;
    if (day || month) return NumberMeaning::date;
    return clock ? NumberMeaning::time : NumberMeaning::number;
}

NumberMeaning meaning_of_builtin_format(int id) {
    if ((id >= 14 && id <= 17) || (id >= 27 && id <= 31) || id == 36 || (id >= 50 && id <= 54) || id == 57 ||
        id == 58)
        return NumberMeaning::date;
    if (id == 22) return NumberMeaning::date_time;
    if ((id >= 18 && id <= 21) || (id >= 32 && id <= 35) || (id >= 45 && id <= 47) || id == 55 || id == 56)
        return NumberMeaning::time;
    return NumberMeaning::number;
}

std::string without_escapes(std::string_view text) {
    constexpr std::size_t length = 7; // _xHHHH_
    std::string out;
    for (std::size_t i = 0; i < text.size();) {
        const auto piece = text.substr(i, length);
        const bool escape = piece.size() == length && piece.starts_with("_x") && piece.back() == '_';
        const int character = escape ? hexadecimal(piece.substr(2, 4)) : -1;
        if (character <= 0 || (character >= 0xD800 && character <= 0xDFFF)) {
            out += text[i++];
            continue;
        }
        std::array<char, 4> bytes{};
        out.append(bytes.data(), put_utf8(static_cast<char32_t>(character), bytes.data()));
        i += length;
    }
    return out;
}

} // namespace maerkbar::tables
