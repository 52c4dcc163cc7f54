#include "tables/xlsx_cell.hpp"

#include <array>
#include <charconv>
#include <cmath>
#include <cstdio>
#include <cstdlib>

#include "base/date.hpp"
#include "tables/characters.hpp"
#include "tables/value_text.hpp"

namespace maerkbar::tables {

namespace {

constexpr std::int64_t seconds_a_day = 86400;
constexpr double last_day = 2958466; // the day after 9999-12-31
constexpr int days_to_1904 = 1462;

// 1900 counts a 29 February that never was (day 60), so days before it are one nearer to their date.
Date date_of_day(std::int64_t day, bool from_1904) {
    if (from_1904) day += days_to_1904;
    const auto epoch = *Date::from(1899, 12, 30);
    return epoch + static_cast<std::int32_t>(day < 60 ? day + 1 : day);
}

// Excel shows 15 figures, so 0.30000000000000004 is 0.3.
double as_excel_shows(double value) {
    constexpr double whole_below = 1e15;
    if (std::abs(value) < whole_below && value == std::trunc(value)) return value;
    std::array<char, 40> text{};
    std::snprintf(text.data(), text.size(), "%.15g", value);
    return std::strtod(text.data(), nullptr);
}

} // namespace

std::string number_cell_text(std::string_view raw, NumberMeaning meaning, bool from_1904, DecimalMark mark) {
    raw = trim(raw);
    double value = 0;
    const auto [end, failed] = std::from_chars(raw.data(), raw.data() + raw.size(), value);
    if (failed != std::errc() || end != raw.data() + raw.size() || !std::isfinite(value))
        return std::string(raw);
    if (meaning == NumberMeaning::number || value < 0 || value >= last_day)
        return number_text(as_excel_shows(value), -1, mark);
    const auto seconds = std::llround(value * seconds_a_day);
    const auto day = seconds / seconds_a_day;
    const auto clock = seconds % seconds_a_day;
    // A clock alone is a time even where the cell's style shows a date too.
    if (meaning == NumberMeaning::time || (day == 0 && clock > 0)) return clock_text(seconds);
    const auto date = date_of_day(day, from_1904).iso();
    return meaning == NumberMeaning::date && clock == 0 ? date : date + "T" + clock_text(clock);
}

CellReference parse_cell_reference(std::string_view text) {
    constexpr std::size_t absurd = 100'000'000;
    CellReference out;
    std::size_t i = 0;
    for (; i < text.size() && is_letter(text[i]); ++i)
        out.column = out.column * 26 + static_cast<std::size_t>(to_lower(text[i]) - 'a' + 1);
    for (; i < text.size() && is_digit(text[i]) && out.row < absurd; ++i)
        out.row = out.row * 10 + static_cast<std::size_t>(text[i] - '0');
    if (i < text.size() || out.row >= absurd || out.column >= absurd) return {};
    return out;
}

} // namespace maerkbar::tables
