#include "comments/words.hpp"

#include <cstdint>
#include <utility>

namespace maerkbar::comments {

namespace {

struct Character {
    std::uint32_t code = 0; // 0 for what is no character
    std::size_t length = 1;
};

Character character_at(std::string_view text, std::size_t at) {
    const auto byte = [&](std::size_t i) {
        return static_cast<std::uint32_t>(static_cast<unsigned char>(text[i]));
    };
    const auto first = byte(at);
    if (first < 0x80) return {first, 1};
    const std::size_t length = first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : 2;
    if (first < 0xC2 || first > 0xF4 || at + length > text.size()) return {};
    std::uint32_t code = first & (0x7FU >> length);
    for (auto i = at + 1; i < at + length; ++i) {
        if ((byte(i) & 0xC0U) != 0x80) return {};
        code = code << 6U | (byte(i) & 0x3FU);
    }
    return {code, length};
}

// Ranges that hold letters; the rest is signs, marks between words and pictures.
constexpr std::pair<std::uint32_t, std::uint32_t> letters[] = {
    {'A', 'Z'},       {'a', 'z'},       {0xC0, 0xD6},     {0xD8, 0xF6},       {0xF8, 0x1FFF},
    {0x2C00, 0x2DFF}, {0x3040, 0xD7FF}, {0xF900, 0xFEFE}, {0x20000, 0x3FFFF},
};

bool is_letter(std::uint32_t code) {
    for (const auto& [first, last] : letters)
        if (code >= first && code <= last) return true;
    return false;
}

void append_lower(std::string& to, std::string_view character, std::uint32_t code) {
    to += character;
    const bool latin = (code >= 'A' && code <= 'Z') || (code >= 0xC0 && code <= 0xDE && code != 0xD7);
    if (latin) to.back() = static_cast<char>(to.back() + 32);
}

} // namespace

std::vector<std::string> words_of(std::string_view text) {
    std::vector<std::string> words;
    bool inside = false;
    for (std::size_t at = 0; at < text.size();) {
        const auto [code, length] = character_at(text, at);
        const bool letter = is_letter(code);
        if (letter && !inside) words.emplace_back();
        if (letter) append_lower(words.back(), text.substr(at, length), code);
        inside = letter;
        at += length;
    }
    return words;
}

std::string lower_case(std::string_view text) {
    std::string lower;
    for (std::size_t at = 0; at < text.size();) {
        const auto [code, length] = character_at(text, at);
        append_lower(lower, text.substr(at, length), code);
        at += length;
    }
    return lower;
}

} // namespace maerkbar::comments
