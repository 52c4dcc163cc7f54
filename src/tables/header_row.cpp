#include "tables/header_row.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <set>

#include "tables/characters.hpp"
#include "tables/parse_values.hpp"

namespace maerkbar::tables {

namespace {

// A number, date or time. A year alone is not: tables have years as column names.
bool looks_like_data(std::string_view cell) {
    cell = trim(cell);
    if (cell.empty()) return false;
    const bool year = cell.size() == 4 && (cell.starts_with("19") || cell.starts_with("20")) &&
                      is_digit(cell[2]) && is_digit(cell[3]);
    if (year) return false;
    if (parse_number(cell, DecimalMark::comma) || parse_number(cell, DecimalMark::point)) return true;
    const auto date = parse_date(cell, DateOrder::day_month_year);
    return (date && date->period.kind == PeriodKind::day) || parse_time_of_day(cell).has_value();
}

bool has_data(const SampleRow& row) {
    return std::any_of(row.cells.begin(), row.cells.end(), looks_like_data);
}

// How many filled cells most rows have; the greatest of equals.
std::size_t usual_width(std::span<const SampleRow> rows) {
    std::map<std::size_t, std::size_t> rows_of_width;
    for (const auto& row : rows)
        ++rows_of_width[row.filled()];
    std::size_t best = 0;
    std::size_t most = 0;
    for (const auto& [width, count] : rows_of_width) {
        if (count < most) continue;
        most = count;
        best = width;
    }
    return best;
}

// Facts about the report ("Printed;22-11-2026") may stand above the names: then a full row of words follows
// among the first rows, and data after it.
std::size_t names_below_facts(std::span<const SampleRow> rows, std::size_t width) {
    constexpr std::size_t farthest = 20;
    for (std::size_t i = 1; i + 1 < std::min(rows.size(), farthest); ++i) {
        const bool full = width > 1 && rows[i].filled() >= width && !has_data(rows[i]);
        if (full && has_data(rows[i + 1]) && rows[i + 1].filled() >= 2) return rows[i].line;
    }
    return 0;
}

} // namespace

std::size_t SampleRow::filled() const {
    return static_cast<std::size_t>(std::count_if(
        cells.begin(), cells.end(), [](const std::string& cell) { return !trim(cell).empty(); }));
}

Result<std::vector<SampleRow>> take_sample(RowSource& source, std::size_t count) {
    std::vector<SampleRow> out;
    Row row;
    while (out.size() < count) {
        const auto more = source.next(row);
        if (!more.ok() && out.empty()) return more.error();
        if (!more.ok() || !*more) break;
        if (row.blank()) continue;
        out.push_back({row.line(), {row.cells().begin(), row.cells().end()}});
    }
    return out;
}

std::size_t find_header_line(std::span<const SampleRow> rows) {
    const auto width = usual_width(rows);
    const auto wide_enough = [&](const SampleRow& row) {
        return row.filled() * 10 >= width * 6 && (width < 2 || row.filled() >= 2);
    };
    const SampleRow* names = nullptr;
    const SampleRow* first_wide = nullptr;
    for (const auto& row : rows) {
        if (!wide_enough(row)) continue;
        if (has_data(row)) return names == nullptr ? names_below_facts(rows, width) : names->line;
        if (first_wide == nullptr) first_wide = &row;
        // A row of merged groups stands above the fuller row of names.
        if (names == nullptr || (names->filled() < width && row.filled() > names->filled())) names = &row;
    }
    return first_wide == nullptr ? 0 : first_wide->line; // nothing but words
}

std::size_t table_width(std::span<const std::string> names, std::span<const SampleRow> data) {
    std::size_t width = names.size();
    while (width > 0 && trim(names[width - 1]).empty())
        --width;
    std::vector<std::size_t> filled;
    for (const auto& row : data) {
        filled.resize(std::max(filled.size(), row.cells.size()));
        for (std::size_t i = 0; i < row.cells.size(); ++i)
            filled[i] += row.cells[i].empty() ? 0 : 1;
    }
    const auto fifth = std::max<std::size_t>(2, data.size() / 5);
    const auto needed = names.empty() ? 1 : std::min(fifth, data.size());
    for (std::size_t i = width; i < filled.size(); ++i)
        if (filled[i] >= needed) width = i + 1;
    return width;
}

std::string column_letters(std::size_t column) {
    std::string out;
    for (++column; column > 0; column = (column - 1) / 26)
        out.insert(out.begin(), static_cast<char>('A' + (column - 1) % 26));
    return out;
}

std::vector<std::string> column_names(std::span<const std::string> cells, std::size_t width) {
    std::vector<std::string> out;
    std::set<std::string> taken;
    for (std::size_t i = 0; i < width; ++i) {
        std::string base(i < cells.size() ? trim(cells[i]) : std::string_view());
        std::replace_if(
            base.begin(), base.end(), [](char c) { return c == '\n' || c == '\r' || c == '\t'; }, ' ');
        if (base.empty()) base = column_letters(i);
        std::string name = base;
        for (int number = 2; !taken.insert(lower_case(name)).second; ++number)
            name = base + " (" + std::to_string(number) + ")";
        out.push_back(std::move(name));
    }
    return out;
}

bool begins_total(std::string_view cell) {
    constexpr std::array<std::string_view, 12> words{"i alt",     "ialt",   "total",       "totalt",
                                                     "totaler",   "sum",    "hovedtotal",  "totalsum",
                                                     "sum i alt", "samlet", "grand total", "i alt:"};
    cell = trim(cell);
    if (cell.size() < 3 || cell.size() > 11) return false;
    const auto lower = lower_case(cell);
    return std::find(words.begin(), words.end(), lower) != words.end();
}

} // namespace maerkbar::tables
