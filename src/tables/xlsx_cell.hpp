#pragma once

#include <string>
#include <string_view>

#include "tables/parse_values.hpp"
#include "tables/xlsx_workbook.hpp"

namespace maerkbar::tables {

// The text of a number in a spreadsheet: `raw` as it stands in the file, `meaning` after the cell's style.
// Dates as 2026-11-22, with time 2026-11-22T13:05:09, times as 13:05:09 (hours may pass 24), numbers with
// `mark` and as many figures as Excel keeps (15). What cannot be such a value is given as the number it is,
// or as `raw`.
[[nodiscard]] std::string number_cell_text(std::string_view raw, NumberMeaning meaning, bool from_1904,
                                           DecimalMark mark);

// Row and column (both 1-based) of a reference such as "AB12"; 0 where a part is missing or absurd.
struct CellReference {
    std::size_t row = 0;
    std::size_t column = 0;
};
[[nodiscard]] CellReference parse_cell_reference(std::string_view text);

} // namespace maerkbar::tables
