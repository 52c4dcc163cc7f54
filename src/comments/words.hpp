#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace maerkbar::comments {

// The language a text is written in; nb stands for both forms of Norwegian, for which Snowball has one
// stemmer.
enum class Language { da, nb, sv, en };

// The words of a UTF-8 text: runs of letters of any script, in lower case where the letters are Latin.
// Digits, signs and pictures part words; broken UTF-8 does too.
std::vector<std::string> words_of(std::string_view text);

// Lower case of ASCII and of the letters up to U+00DE; others stay.
std::string lower_case(std::string_view text);

} // namespace maerkbar::comments
