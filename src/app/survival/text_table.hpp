#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace maerkbar::app_survival {

// How many characters a UTF-8 text shows as.
[[nodiscard]] std::size_t shown_width(std::string_view text);
[[nodiscard]] std::string right_aligned(const std::string& text, std::size_t width);
// Broken at spaces to lines of at most `width` characters, ending with a line feed.
[[nodiscard]] std::string wrapped(std::string_view text, std::size_t width = 96);

// A table for the terminal: the first column to the left, all others to the right, two spaces between.
class TextTable {
  public:
    explicit TextTable(std::vector<std::string> header) : rows_{std::move(header)} {}
    void add(std::vector<std::string> cells) { rows_.push_back(std::move(cells)); }
    [[nodiscard]] std::string text() const;

  private:
    std::vector<std::vector<std::string>> rows_; // all as long as the first
};

} // namespace maerkbar::app_survival
