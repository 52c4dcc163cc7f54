#pragma once

#include <cstddef>
#include <initializer_list>
#include <string_view>
#include <vector>

namespace maerkbar::comments {

// Digits as people group them: "12 34 56 78", "2024-001234". For masking only.
struct NumberGroups {
    struct Group {
        std::size_t start = 0; // in bytes
        std::size_t length = 0;
    };
    std::string_view text;
    std::vector<Group> groups; // at least one

    [[nodiscard]] std::string_view digits(std::size_t group) const {
        return text.substr(groups[group].start, groups[group].length);
    }
    [[nodiscard]] std::size_t end(std::size_t group) const {
        return groups[group].start + groups[group].length;
    }
    // The first groups have these lengths.
    [[nodiscard]] bool begins_with(std::initializer_list<std::size_t> lengths) const;
    // The same sign stands between the first `count` groups.
    [[nodiscard]] bool evenly_joined(std::size_t count) const;
};

// The groups from the digit at `start` on, with one blank, hyphen, full stop or slash between each two.
NumberGroups groups_at(std::string_view text, std::size_t start);

inline bool is_digit(char c) {
    return c >= '0' && c <= '9';
}
// Part of a word: letters, digits and every byte of a character beyond ASCII.
inline bool is_word_byte(char c) {
    return is_digit(c) || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || static_cast<signed char>(c) < 0;
}
// No word goes on at this place.
inline bool word_ends(std::string_view text, std::size_t at) {
    return at >= text.size() || !is_word_byte(text[at]) || text.substr(at).starts_with("\xC2\xA0");
}

} // namespace maerkbar::comments
