#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "base/date.hpp"
#include "base/result.hpp"

namespace maerkbar::tables {

enum class ColumnType { text, number, percent, date, date_time };

struct Column {
    std::string name;
    ColumnType type = ColumnType::text;
    int decimals = -1; // of numbers and percentages; -1: as many as are needed
};

struct DateTime {
    Date date;
    std::int32_t second_of_day = 0;
};

// monostate is an empty cell. A value may be of another type than its column's; it is then written as what it
// is.
using Cell = std::variant<std::monostate, std::string_view, double, Date, DateTime>;

// Takes the bytes as they are made: a file, a response, a string.
using ByteSink = std::function<Result<void>(std::string_view)>;

// Writes one table. Rows may be shorter than the header, never longer (internal).
class TableWriter {
  public:
    virtual ~TableWriter() = default;
    virtual Result<void> row(std::span<const Cell> cells) = 0;
    // Must be the last call; without it an XLSX file does not come to be.
    virtual Result<void> finish() = 0;
};

enum class CsvStyle {
    excel,    // UTF-8 with BOM, semicolons, decimal comma, CRLF: opens right in Danish and Norwegian Excel
    programs, // UTF-8, commas, decimal point, LF (RFC 4180 else)
};

// Text that a spreadsheet would take for a formula (beginning with = + - @, tab or carriage return) gets a
// leading apostrophe (OWASP "CSV Injection"); numbers are left alone. Percentages are written as fractions:
// 0,45.
[[nodiscard]] std::unique_ptr<TableWriter> make_csv_writer(ByteSink sink, std::vector<Column> columns,
                                                           CsvStyle style);

// One sheet with a bold header that stays in view, real numbers and dates. `sheet` is shortened to Excel's 31
// characters and freed from characters Excel refuses. Memory stays constant; at most 1 048 575 rows
// (too_large).
[[nodiscard]] Result<std::unique_ptr<TableWriter>> make_xlsx_writer(ByteSink sink,
                                                                    std::vector<Column> columns,
                                                                    std::string_view sheet);

// Sinks for the two usual cases.
[[nodiscard]] ByteSink append_to(std::string& text);
[[nodiscard]] Result<ByteSink> write_to_file(const std::string& path);

} // namespace maerkbar::tables
