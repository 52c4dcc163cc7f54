#include <algorithm>
#include <array>
#include <map>

#include "tables/csv_reader.hpp"
#include "tables/header_row.hpp"
#include "tables/text_detection.hpp"

namespace maerkbar::tables {

namespace {

constexpr std::size_t sample_bytes = std::size_t{256} << 10;
constexpr std::array<char, 4> separators{';', '\t', '|', ','};

// The share of rows that have the commonest number of columns; 0 where that is one column.
double evenness(const ByteInput& input, Encoding encoding, char separator) {
    CsvReader reader(TextDecoder(input, encoding), separator, ReadLimits{});
    std::map<std::size_t, std::size_t> rows_of_width;
    std::size_t rows = 0;
    Row row;
    while (rows < sample_rows) {
        const auto more = reader.next(row);
        if (!more.ok() || !*more) break; // the sample may end inside a quoted field
        if (row.size() == 1) {           // blank lines and titles say nothing
            rows += row.blank() ? 0 : 1;
            continue;
        }
        ++rows;
        ++rows_of_width[row.size()];
    }
    std::size_t most = 0;
    for (const auto& [width, count] : rows_of_width)
        most = std::max(most, count);
    return rows == 0 ? 0 : static_cast<double>(most) / static_cast<double>(rows);
}

} // namespace

bool names_separator(std::string_view first_line) {
    return first_line.size() == 5 && (first_line.starts_with("sep=") || first_line.starts_with("SEP="));
}

char detect_separator(const ByteInput& input, Encoding encoding) {
    const auto front = input.part(0, sample_bytes);
    CsvReader lines(TextDecoder(front, encoding), '\0', ReadLimits{});
    Row row;
    const auto first = lines.next(row);
    if (first.ok() && *first && names_separator(row[0])) return row[0][4];
    char best = ';';
    double best_evenness = 0;
    for (const char separator : separators) {
        // A decimal comma may be as even as the real separator, so a comma must be clearly better.
        const double found = evenness(front, encoding, separator) - (separator == ',' ? 0.05 : 0);
        if (found <= best_evenness) continue;
        best = separator;
        best_evenness = found;
    }
    return best;
}

} // namespace maerkbar::tables
