#include "tables/utf8.hpp"

#include <array>
#include <cstdint>
#include <cstring>

namespace maerkbar::tables {

namespace {

constexpr std::array<std::uint16_t, 32> from_0x80{
    0x20AC, 0xFFFD, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160,
    0x2039, 0x0152, 0xFFFD, 0x017D, 0xFFFD, 0xFFFD, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022,
    0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0xFFFD, 0x017E, 0x0178};

char continuation(char32_t bits) {
    return static_cast<char>(0x80 | (bits & 0x3F));
}

// Lowest and highest second byte allowed after this first byte.
struct SecondByte {
    unsigned char low = 0x80;
    unsigned char high = 0xBF;
};

SecondByte second_byte(unsigned char first) {
    switch (first) {
        case 0xE0:
            return {0xA0, 0xBF};
        case 0xED:
            return {0x80, 0x9F};
        case 0xF0:
            return {0x90, 0xBF};
        case 0xF4:
            return {0x80, 0x8F};
        default:
            return {};
    }
}

int length_from_first(unsigned char first) {
    if (first < 0x80) return 1;
    if (first >= 0xC2 && first <= 0xDF) return 2;
    if (first >= 0xE0 && first <= 0xEF) return 3;
    if (first >= 0xF0 && first <= 0xF4) return 4;
    return 0;
}

} // namespace

char32_t windows_1252_character(unsigned char byte) {
    return byte >= 0x80 && byte < 0xA0 ? from_0x80[byte - 0x80U] : byte;
}

char* put_utf8(char32_t character, char* to) {
    if (character < 0x80) {
        *to++ = static_cast<char>(character);
        return to;
    }
    if (character < 0x800) {
        *to++ = static_cast<char>(0xC0 | (character >> 6));
    } else {
        if (character < 0x10000) {
            *to++ = static_cast<char>(0xE0 | (character >> 12));
        } else {
            *to++ = static_cast<char>(0xF0 | (character >> 18));
            *to++ = continuation(character >> 12);
        }
        *to++ = continuation(character >> 6);
    }
    *to++ = continuation(character);
    return to;
}

int utf8_length(std::string_view text) {
    if (text.empty()) return -1;
    const auto at = [&](std::size_t i) { return static_cast<unsigned char>(text[i]); };
    const int length = length_from_first(at(0));
    if (length <= 1) return length;
    const auto allowed = second_byte(at(0));
    for (std::size_t i = 1; i < static_cast<std::size_t>(length); ++i) {
        if (i == text.size()) return -1;
        const auto low = i == 1 ? allowed.low : 0x80;
        const auto high = i == 1 ? allowed.high : 0xBF;
        if (at(i) < low || at(i) > high) return 0;
    }
    return length;
}

std::size_t plain_prefix(std::string_view text) {
    constexpr std::uint64_t ones = 0x0101010101010101;
    constexpr std::uint64_t tops = 0x8080808080808080;
    std::size_t i = 0;
    for (; i + 8 <= text.size(); i += 8) {
        std::uint64_t word = 0;
        std::memcpy(&word, text.data() + i, 8);
        // A byte below 1 borrows into its top bit.
        if ((word & tops) != 0 || ((word - ones) & tops) != 0) break;
    }
    while (i < text.size() && text[i] > 0)
        ++i;
    return i;
}

} // namespace maerkbar::tables
