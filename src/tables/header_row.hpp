#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.hpp"
#include "tables/row_source.hpp"

namespace maerkbar::tables {

// How many rows are looked at to find separator, header and habits.
constexpr std::size_t sample_rows = 200;

// A row of the front of a file, kept for finding out what the file is like.
struct SampleRow {
    std::size_t line = 0;
    std::vector<std::string> cells;

    [[nodiscard]] std::size_t filled() const;
};

// Up to `count` rows that are not blank. An error after the first row ends the sample silently: the real
// reading will meet it again.
[[nodiscard]] Result<std::vector<SampleRow>> take_sample(RowSource& source, std::size_t count);

// The line of the row with the column names: the last one that is as wide as the data and holds words only,
// before the first row with numbers or dates. Titles, blank lines and merged groups stand above it. 0 where
// data begin at once.
[[nodiscard]] std::size_t find_header_line(std::span<const SampleRow> rows);

// How many columns the table has: all with a name, and to the right of them those that are filled in at least
// a fifth of the data rows (in any row where there are no names).
[[nodiscard]] std::size_t table_width(std::span<const std::string> names, std::span<const SampleRow> data);

// Trimmed, unique, never empty (the letter of the column), for `width` columns.
[[nodiscard]] std::vector<std::string> column_names(std::span<const std::string> cells, std::size_t width);

// "A" … "Z", "AA" …, as spreadsheets name their columns; 0-based.
[[nodiscard]] std::string column_letters(std::size_t column);

// The first cell with text in it; empty where there is none.
[[nodiscard]] std::string_view first_filled(const auto& cells) {
    for (const auto& cell : cells)
        if (!cell.empty()) return cell;
    return {};
}

// Whether a row's first text makes it a row of totals: "I alt", "Total", "Sum", "Hovedtotal" …
[[nodiscard]] bool begins_total(std::string_view cell);

} // namespace maerkbar::tables
