#pragma once

#include <cstddef>
#include <string_view>

namespace maerkbar::surveys {

// How hard a text is to read.
struct Readability {
    std::size_t words = 0;
    std::size_t sentences = 0;
    std::size_t long_words = 0; // of more than six letters
    // LIX (C. H. Björnsson, Läsbarhet, 1968): words a sentence + 100 × share of long words. 0 for a text
    // without words.
    [[nodiscard]] double lix() const;
};

// A sentence ends with . ! ? or : before a blank or the end, or with a line; a heading is a sentence too.
// Letters are those of every alphabet in UTF-8; digits count as letters of a word.
[[nodiscard]] Readability readability(std::string_view text);

// What a LIX means: Björnsson's steps as Danish libraries and schools use them, below 25, 35, 45 and 55.
enum class Ease { very_easy, easy, medium, hard, very_hard };
[[nodiscard]] Ease ease_of(double lix);

inline constexpr std::size_t enough_words = 5; // fewer say nothing about how hard a text is
inline constexpr double easy_lix = 25;         // what easy-read texts should stay at or below

} // namespace maerkbar::surveys
