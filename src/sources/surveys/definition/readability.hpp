#pragma once

#include <cstddef>
#include <string_view>

namespace maerkbar::surveys {

// How hard a text is to read.
struct Readability {
    std::size_t words = 0;
    std::size_t sentences = 0;
    std::size_t long_words = 0; // of more than six letters
    // LIX (Björnsson 1968): words a sentence + 100 × share of long words. Below 25 is very easy, 35 normal
    // fiction, 45 news, 55 official texts. 0 for a text without words.
    [[nodiscard]] double lix() const;
};

// A sentence ends with . ! ? or : before a blank or the end, or with a line; a heading is a sentence too.
// Letters are those of every alphabet in UTF-8; digits count as letters of a word.
[[nodiscard]] Readability readability(std::string_view text);

inline constexpr std::size_t enough_words = 5; // fewer say nothing about how hard a text is
inline constexpr double easy_lix = 25;         // what easy-read texts should stay at or below

} // namespace maerkbar::surveys
