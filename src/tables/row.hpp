#pragma once

#include <cstddef>
#include <span>
#include <string_view>
#include <vector>

namespace maerkbar::tables {

// One row of a table as text cells in UTF-8. The views are valid until the next row is read.
class Row {
  public:
    // 1-based: the line of a text file where the row starts, or the row number of a sheet.
    [[nodiscard]] std::size_t line() const { return line_; }
    [[nodiscard]] std::size_t size() const { return cells_.size(); }
    [[nodiscard]] std::span<const std::string_view> cells() const { return cells_; }
    // Cells beyond the end of a short row are empty.
    [[nodiscard]] std::string_view operator[](std::size_t column) const {
        return column < cells_.size() ? cells_[column] : std::string_view();
    }
    [[nodiscard]] bool blank() const {
        for (const auto cell : cells_)
            if (!cell.empty()) return false;
        return true;
    }
    // True where the row has too few cells, or text in cells beyond the header's.
    [[nodiscard]] bool ragged(std::size_t columns) const {
        for (std::size_t i = columns; i < cells_.size(); ++i)
            if (!cells_[i].empty()) return true;
        return cells_.size() < columns;
    }

    // For readers.
    void start(std::size_t line) {
        line_ = line;
        cells_.clear();
    }
    void add(std::string_view cell) { cells_.push_back(cell); }
    void replace(std::size_t column, std::string_view cell) { cells_[column] = cell; }
    void resize(std::size_t columns) { cells_.resize(columns); }

  private:
    std::size_t line_ = 0;
    std::vector<std::string_view> cells_;
};

} // namespace maerkbar::tables
