#include "sources/surveys/open_text/further_masking.hpp"

#include <algorithm>
#include <string>
#include <vector>

#include "comments/number_groups.hpp"

namespace maerkbar::surveys::open_text {

namespace {

constexpr std::size_t longest_mask = 20; // what is longer is a remark

// Without the signs around it.
std::string_view bare(std::string_view word) {
    while (!word.empty() && !comments::is_word_byte(word.front()))
        word.remove_prefix(1);
    while (!word.empty() && !comments::is_word_byte(word.back()))
        word.remove_suffix(1);
    return word;
}

// Parted by blanks, with the signs that stand at them.
std::vector<std::string_view> words_in(std::string_view text) {
    constexpr std::string_view blanks = " \n\r\t";
    std::vector<std::string_view> words;
    for (auto start = text.find_first_not_of(blanks); start != std::string_view::npos;
         start = text.find_first_not_of(blanks, start)) {
        const auto end = std::min(text.find_first_of(blanks, start), text.size());
        words.push_back(text.substr(start, end - start));
        start = end;
    }
    return words;
}

bool is_capital(char c) {
    return (c >= 'A' && c <= 'Z') || static_cast<signed char>(c) < 0; // Æ, Ø and Å too
}

// "[NAME]", perhaps with a comma or full stop.
bool is_mask(std::string_view word) {
    const auto open = word.find('[');
    const auto close = word.find(']');
    if (open == std::string_view::npos || close == std::string_view::npos || close < open + 2) return false;
    const auto around = std::string(word.substr(0, open)) + std::string(word.substr(close + 1));
    return close - open < longest_mask && std::ranges::none_of(around, comments::is_word_byte) &&
           std::ranges::all_of(word.substr(open + 1, close - open - 1), is_capital);
}

} // namespace

bool masks_further(std::string_view written, std::string_view edited) {
    const auto known = words_in(written);
    auto next = known.begin();
    for (const auto word : words_in(edited)) {
        const auto found = std::ranges::find(next, known.end(), bare(word), bare);
        if (found != known.end())
            next = found + 1;
        else if (!is_mask(word) && !bare(word).empty())
            return false;
    }
    return true;
}

} // namespace maerkbar::surveys::open_text
