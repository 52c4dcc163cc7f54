#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace maerkbar::app_flow {

// Rows of text in columns for the terminal; figures stand to the right.
class TextColumns {
  public:
    enum class Side { left, right };
    explicit TextColumns(std::vector<Side> sides) : sides_(std::move(sides)) {}

    void add(std::vector<std::string> cells) { rows_.push_back(std::move(cells)); }
    // Each row as a line, indented by two spaces.
    [[nodiscard]] std::string text() const;

  private:
    std::vector<Side> sides_;
    std::vector<std::vector<std::string>> rows_;
};

// How many places the UTF-8 text takes.
[[nodiscard]] std::size_t places(std::string_view text);
// The text on one line, with "…" where it takes more places.
[[nodiscard]] std::string shortened(std::string_view text, std::size_t most);
// A bar of up to `width` places for a share from 0 to 1.
[[nodiscard]] std::string bar(double share, std::size_t width);

} // namespace maerkbar::app_flow
