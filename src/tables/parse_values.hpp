#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string_view>

#include "base/date.hpp"
#include "base/period.hpp"

namespace maerkbar::tables {

// What people and systems in Denmark and Norway write in cells. Every function takes the text of a whole cell
// (white space around it is ignored) and gives no value where the text is not such a value; an empty cell
// never is.

enum class DecimalMark { comma, point };

// 1234,5 · 1.234,5 · 1 234,5 (also with no-break spaces) · -5 · 5- · (5) · −5 · 45 % (gives 0.45) · 1,5E3.
// With `point` comma and point change places. Thousands must stand in groups of three. Never infinite or NaN.
[[nodiscard]] std::optional<double> parse_number(std::string_view text, DecimalMark mark);

// The mark used by these cells; `fallback` where they do not tell.
[[nodiscard]] DecimalMark detect_decimal_mark(std::span<const std::string_view> cells, DecimalMark fallback);

// How dates with figures only are ordered. A year of four figures in front is always read as ISO.
enum class DateOrder { day_month_year, month_day_year, year_month_day };

// The order under which most of a column's cells are dates; day_month_year where they do not tell.
[[nodiscard]] DateOrder detect_date_order(std::span<const std::string_view> cells);

// A date as precise as it was written.
struct ParsedDate {
    Period
        period; // kind day for a full date; week, month, quarter, tertial or year where only that is written
    std::optional<std::int32_t> second_of_day = {}; // 0 to 86 399, where a time stands after the date
    std::optional<std::int32_t> utc_offset_minutes =
        {}; // where Z or +01:00 is written; otherwise it is local time

    [[nodiscard]] Date date() const { return period.first; }
    bool operator==(const ParsedDate&) const = default;
};

// 22-11-2026 · 22.11.26 · 22/11/2026 13:05 · 2026-11-22T13:05:09Z · 20261122 · 22. november 2026 · nov 2026 ·
// 2026-W47 · uge 47 2026 · 2026K4 · Q4 2026 · 4. kvartal 2026 · 2026T3 · 202611 · 11-2026 · 2026 · 46348,5
// (Excel's day number, 1900 system). Two-figure years are 1970 to 2069.
[[nodiscard]] std::optional<ParsedDate> parse_date(std::string_view text, DateOrder order);

// Seconds since midnight: 13:05 · 13.05.09 · kl. 13.05 · 1:05 PM · 0,5451 is not (Excel times come as
// 13:05:00).
[[nodiscard]] std::optional<std::int32_t> parse_time_of_day(std::string_view text);

// Seconds, never negative: 00:01:30 · 1:30 (minutes:seconds) · 1.02:03:04 (days) · 90 · 90 sek · 1,5 min ·
// 1 t 30 min · 3 dage · PT1M30S. `bare_unit` is what a number alone counts, in seconds (60 where it is
// minutes).
[[nodiscard]] std::optional<double> parse_duration(std::string_view text, DecimalMark mark,
                                                   double bare_unit = 1.0);

// ja, nej, nei, yes, no, sand, falsk, sann, usann, true, false, j, n, y, x, 1, 0 – without regard to case.
[[nodiscard]] std::optional<bool> parse_yes_no(std::string_view text);

} // namespace maerkbar::tables
