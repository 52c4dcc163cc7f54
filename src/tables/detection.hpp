#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "tables/parse_values.hpp"

namespace maerkbar::tables {

enum class FileKind { csv, xlsx };
enum class Encoding { utf8, utf8_bom, windows_1252, utf16_le, utf16_be };

// What was found in a file, or told by ReadOptions. Values are read with `decimal_mark` and `date_order`;
// numbers of a spreadsheet are written with `decimal_mark` too, and its dates as ISO 8601, so that one rule
// serves every cell.
struct Detection {
    FileKind kind = FileKind::csv;
    Encoding encoding = Encoding::utf8;
    char separator = ';'; // ; , tab or |
    bool quoted = false;  // some field of the first rows stands in quotation marks
    DecimalMark decimal_mark = DecimalMark::comma;
    DateOrder date_order = DateOrder::day_month_year;
    // The line (or sheet row) of the column names; 0 when the file has none and columns are called A, B, C …
    std::size_t header_line = 0;
    std::string sheet; // of a spreadsheet
};

// Against files made to exhaust memory. Over a limit: ErrorKind::too_large.
struct ReadLimits {
    std::size_t row_bytes = std::size_t{16} << 20;
    std::size_t columns = 2000;
    std::uint64_t unpacked_bytes = std::uint64_t{2} << 30;      // of one part of a spreadsheet
    std::uint64_t shared_text_bytes = std::uint64_t{256} << 20; // held in memory
    unsigned unpacking_ratio = 200;                             // applies from the first MiB unpacked
};

// Everything found can be overruled.
struct ReadOptions {
    std::optional<char> separator = {};
    std::optional<Encoding> encoding = {};
    std::optional<DecimalMark> decimal_mark = {};
    std::optional<DateOrder> date_order = {};
    std::optional<std::size_t> header_line = {}; // 0: no column names
    std::string sheet = {};                      // empty: the first visible sheet with data
    bool keep_totals = false; // otherwise rows called "I alt", "Total", "Sum" … are left out and noted
    ReadLimits limits = {};
};

// Stable names for mappings and the API: "csv", "windows-1252", "utf-16le", …
[[nodiscard]] std::string_view name_of(FileKind kind);
[[nodiscard]] std::string_view name_of(Encoding encoding);
[[nodiscard]] std::optional<Encoding> encoding_named(std::string_view name);

} // namespace maerkbar::tables
