#include <algorithm>
#include <array>
#include <cmath>
#include <string>

#include "tables/cursor.hpp"
#include "tables/parse_period.hpp"
#include "tables/parse_time.hpp"
#include "tables/parse_values.hpp"

namespace maerkbar::tables {

namespace {

ParsedDate whole_day(Date date) {
    return {{PeriodKind::day, date}};
}

// Z · +01:00 · +0100 · +01; nothing is fine too.
bool take_offset(Cursor& cursor, ParsedDate& value) {
    if (cursor.take('Z')) {
        value.utc_offset_minutes = 0;
        return true;
    }
    const char sign = cursor.take_one_of("+-");
    if (sign == '\0') return true;
    if (cursor.digit_count() < 2) return false;
    const int hours = cursor.fixed(2);
    cursor.take(':');
    const int minutes = cursor.digit_count() >= 2 ? cursor.fixed(2) : 0;
    if (hours > 14 || minutes > 59) return false;
    value.utc_offset_minutes = (sign == '-' ? -1 : 1) * (hours * 60 + minutes);
    return true;
}

// What may follow a full date: nothing, or a time.
std::optional<ParsedDate> with_time(std::optional<Date> date, Cursor cursor) {
    if (!date) return std::nullopt;
    auto value = whole_day(*date);
    if (cursor.done()) return value;
    if (!cursor.take('T')) {
        cursor.take(',');
        if (!cursor.skip_space()) return std::nullopt;
        if (is_letter(cursor.peek())) {
            if (cursor.word() != "kl") return std::nullopt;
            cursor.take('.');
            cursor.skip_space();
        }
    }
    value.second_of_day = take_time_of_day(cursor);
    if (!value.second_of_day || !take_offset(cursor, value) || !cursor.done()) return std::nullopt;
    return value;
}

// Excel's day 1 is 1900-01-01, and it believes that 1900 had a 29 February; from March 1900 on day 0 is
// 1899-12-30.
std::optional<ParsedDate> parse_serial(Cursor cursor) {
    constexpr std::int32_t first_plausible = 20000; // 1954
    constexpr std::int32_t last_plausible = 80000;  // 2119
    const int days = cursor.fixed(5);
    if (days < first_plausible || days > last_plausible) return std::nullopt;
    auto value = whole_day(*Date::from(1899, 12, 30) + days);
    if (cursor.done()) return value;
    if (cursor.take_one_of(".,") == '\0' || cursor.digit_count() == 0) return std::nullopt;
    double fraction = 0;
    double place = 0.1;
    for (; is_digit(cursor.peek()); place /= 10)
        fraction += cursor.fixed(1) * place;
    if (!cursor.done()) return std::nullopt;
    value.second_of_day = static_cast<std::int32_t>(std::min(86399L, std::lround(fraction * 86400)));
    return value;
}

// 20261122 · 20261122130509 · 202611221305 · 202611 · 46348 and 46348,5 (Excel): nothing but figures.
std::optional<ParsedDate> parse_figures(Cursor cursor, std::size_t count) {
    if (count == 5) return parse_serial(cursor);
    const int year = cursor.fixed(4);
    const int month = cursor.fixed(2);
    if (year < 1900 || year > 2100) return std::nullopt;
    if (count == 6) {
        const auto first = Date::from(year, month, 1);
        if (!first || !cursor.done()) return std::nullopt;
        return ParsedDate{Period::containing(PeriodKind::month, *first)};
    }
    const auto date = Date::from(year, month, cursor.fixed(2));
    if (count == 8) return with_time(date, cursor);
    if (!date) return std::nullopt;
    auto value = whole_day(*date);
    const int hour = cursor.fixed(2);
    const int minute = cursor.fixed(2);
    const int second = count == 14 ? cursor.fixed(2) : 0;
    if (hour > 23 || minute > 59 || second > 59 || !cursor.done()) return std::nullopt;
    value.second_of_day = hour * 3600 + minute * 60 + second;
    return value;
}

// After four figures: 2026-11-22, or a longer period.
std::optional<ParsedDate> parse_after_year(Cursor cursor, int year) {
    Cursor full = cursor;
    const char mark = full.take_one_of("-./");
    const auto month = full.number(1, 2);
    if (mark != '\0' && month && full.take(mark)) {
        const auto day = full.number(1, 2);
        return day ? with_time(Date::from(year, *month, *day), full) : std::nullopt;
    }
    const auto period = period_after_year(cursor, year);
    return period ? std::optional(ParsedDate{*period}) : std::nullopt;
}

// Three numbers with a mark between them; `first` and the mark are taken already.
std::optional<ParsedDate> parse_three(int first, char mark, Cursor cursor, DateOrder order) {
    const auto second = cursor.number(1, 2);
    if (!second || !cursor.take(mark)) return std::nullopt;
    if (order == DateOrder::year_month_day) {
        const auto day = cursor.number(1, 2);
        return day ? with_time(Date::from(year_of_two_figures(first), *second, *day), cursor) : std::nullopt;
    }
    const auto year = take_year(cursor);
    if (!year) return std::nullopt;
    const bool month_first = order == DateOrder::month_day_year;
    return with_time(Date::from(*year, month_first ? first : *second, month_first ? *second : first), cursor);
}

// 22. november 2026 · 22-nov-26 · 22 Nov 2026 13:05
std::optional<ParsedDate> parse_day_and_month_name(int day, Cursor cursor) {
    cursor.take('.');
    cursor.skip_space();
    cursor.take('-');
    const int month = month_named(cursor.word());
    if (month == 0) return std::nullopt;
    cursor.take('.');
    cursor.take(',');
    cursor.skip_space();
    cursor.take('-');
    const auto year = take_year(cursor);
    return year ? with_time(Date::from(*year, month, day), cursor) : std::nullopt;
}

std::optional<ParsedDate> parse_from_number(Cursor cursor, DateOrder order) {
    const auto count = cursor.digit_count();
    if (count == 5 || count == 6 || count == 8 || count == 12 || count == 14)
        return parse_figures(cursor, count);
    if (count == 4) {
        const int year = cursor.fixed(4);
        return year >= 1000 ? parse_after_year(cursor, year) : std::nullopt;
    }
    const auto number = cursor.number(1, 2);
    if (!number) return std::nullopt;
    Cursor three = cursor;
    if (const char mark = three.take_one_of("-./"))
        if (const auto found = parse_three(*number, mark, three, order)) return found;
    if (const auto found = parse_day_and_month_name(*number, cursor)) return found;
    const auto period = period_after_number(cursor, *number);
    return period ? std::optional(ParsedDate{*period}) : std::nullopt;
}

// November 22, 2026
std::optional<ParsedDate> parse_english(int month, Cursor cursor) {
    cursor.take('.');
    cursor.skip_space();
    const auto day = cursor.number(1, 2);
    if (!day || !cursor.take(',')) return std::nullopt;
    cursor.skip_space();
    const auto year = cursor.number(4, 4);
    return year ? with_time(Date::from(*year, month, *day), cursor) : std::nullopt;
}

} // namespace

std::optional<ParsedDate> parse_date(std::string_view text, DateOrder order) {
    text = trim(text);
    if (text.empty() || text.size() > 64) return std::nullopt;
    Cursor cursor(text);
    if (is_digit(cursor.peek())) return parse_from_number(cursor, order);
    auto word = cursor.word();
    if (is_weekday(word)) {
        cursor.take('.');
        cursor.take(',');
        cursor.skip_space();
        if (is_digit(cursor.peek())) return parse_from_number(cursor, order);
        word = cursor.word();
    }
    if (word == "d" || word == "den") {
        cursor.take('.');
        cursor.skip_space();
        return is_digit(cursor.peek()) ? parse_from_number(cursor, order) : std::nullopt;
    }
    if (const int month = month_named(word); month > 0)
        if (const auto found = parse_english(month, cursor)) return found;
    const auto period = period_after_word(cursor, word);
    return period ? std::optional(ParsedDate{*period}) : std::nullopt;
}

DateOrder detect_date_order(std::span<const std::string_view> cells) {
    auto best = DateOrder::day_month_year;
    std::ptrdiff_t most = 0;
    for (const auto order :
         {DateOrder::day_month_year, DateOrder::month_day_year, DateOrder::year_month_day}) {
        const auto count = std::count_if(cells.begin(), cells.end(),
                                         [&](auto cell) { return parse_date(cell, order).has_value(); });
        if (count <= most) continue;
        most = count;
        best = order;
    }
    return best;
}

} // namespace maerkbar::tables
