#pragma once

#include <array>
#include <optional>
#include <string>
#include <string_view>

#include "tables/characters.hpp"

namespace maerkbar::tables {

// Walks through the text of one cell. Not for other modules.
class Cursor {
  public:
    explicit Cursor(std::string_view text) : rest_(text) {}

    [[nodiscard]] bool done() const { return rest_.empty(); }
    [[nodiscard]] std::string_view rest() const { return rest_; }
    [[nodiscard]] char peek() const { return rest_.empty() ? '\0' : rest_[0]; }
    bool take(char c) {
        if (peek() != c || done()) return false;
        rest_.remove_prefix(1);
        return true;
    }
    // One of these characters, or '\0'.
    char take_one_of(std::string_view choices) {
        if (done() || choices.find(peek()) == choices.npos) return '\0';
        const char c = peek();
        rest_.remove_prefix(1);
        return c;
    }
    // True where there was some.
    bool skip_space() {
        const auto before = rest_.size();
        while (const auto bytes = leading_space(rest_))
            rest_.remove_prefix(bytes);
        return rest_.size() != before;
    }
    // How many digits stand here.
    [[nodiscard]] std::size_t digit_count() const {
        std::size_t count = 0;
        while (count < rest_.size() && is_digit(rest_[count]))
            ++count;
        return count;
    }
    // A number of `least` to `most` digits (at most 9) that no further digit follows.
    std::optional<int> number(std::size_t least, std::size_t most) {
        const auto count = digit_count();
        return count >= least && count <= most ? std::optional(fixed(count)) : std::nullopt;
    }
    // Exactly `count` digits, which must be there.
    int fixed(std::size_t count) {
        int value = 0;
        for (std::size_t i = 0; i < count; ++i)
            value = value * 10 + (rest_[i] - '0');
        rest_.remove_prefix(count);
        return value;
    }
    // The letters that stand here, in lower case; maybe none.
    std::string word() {
        std::size_t count = 0;
        while (count < rest_.size() && is_word(rest_[count]) && !is_digit(rest_[count]) &&
               leading_space(rest_.substr(count)) == 0)
            ++count;
        auto out = lower_case(rest_.substr(0, count));
        rest_.remove_prefix(count);
        return out;
    }

  private:
    std::string_view rest_;
};

} // namespace maerkbar::tables
