#include "tables/parse_time.hpp"

#include <array>
#include <cmath>
#include <utility>

#include "tables/parse_values.hpp"

namespace maerkbar::tables {

namespace {

void skip_fraction(Cursor& cursor) {
    Cursor ahead = cursor;
    if (ahead.take_one_of(".,") == '\0' || ahead.digit_count() == 0) return;
    while (is_digit(ahead.peek()))
        ahead.take(ahead.peek());
    cursor = ahead;
}

// 12-hour clocks: the hour in 24 hours, or none where it cannot be.
std::optional<int> with_half_of_day(int hour, Cursor& cursor) {
    Cursor ahead = cursor;
    ahead.skip_space();
    const auto half = ahead.word();
    if (half != "am" && half != "pm") return hour;
    cursor = ahead;
    if (hour < 1 || hour > 12) return std::nullopt;
    return hour % 12 + (half == "pm" ? 12 : 0);
}

double unit_seconds(std::string_view word) {
    constexpr std::array<std::pair<std::string_view, double>, 33> units{
        {{"s", 1},         {"sek", 1},       {"sekund", 1},    {"sekunder", 1},  {"sec", 1},
         {"second", 1},    {"seconds", 1},   {"m", 60},        {"min", 60},      {"minut", 60},
         {"minutt", 60},   {"minutter", 60}, {"minute", 60},   {"minutes", 60},  {"t", 3600},
         {"h", 3600},      {"time", 3600},   {"timer", 3600},  {"hour", 3600},   {"hours", 3600},
         {"d", 86400},     {"dag", 86400},   {"dage", 86400},  {"dager", 86400}, {"døgn", 86400},
         {"day", 86400},   {"days", 86400},  {"uge", 604800},  {"uger", 604800}, {"uke", 604800},
         {"uker", 604800}, {"week", 604800}, {"weeks", 604800}}};
    for (const auto& [name, seconds] : units)
        if (name == word) return seconds;
    return 0;
}

// 1:30 · 00:01:30 · 1.02:03:04 or 1 02:03:04 with days. Hours may pass 24.
std::optional<double> clock_duration(std::string_view text) {
    Cursor cursor(text);
    auto first = cursor.number(1, 6);
    double days = 0;
    if (first && (cursor.take('.') || cursor.skip_space())) {
        days = *first;
        first = cursor.number(1, 2);
    }
    if (!first || !cursor.take(':')) return std::nullopt;
    const auto second = cursor.number(2, 2);
    if (!second || *second > 59) return std::nullopt;
    if (!cursor.take(':')) {
        skip_fraction(cursor);
        if (!cursor.done() || days > 0) return std::nullopt;
        return *first * 60.0 + *second;
    }
    const auto third = cursor.number(2, 2);
    if (!third || *third > 59) return std::nullopt;
    skip_fraction(cursor);
    if (!cursor.done()) return std::nullopt;
    return days * 86400 + *first * 3600.0 + *second * 60.0 + *third;
}

// The number at the front, with its mark; moves past it.
std::optional<double> take_amount(std::string_view& text, DecimalMark mark) {
    std::size_t length = 0;
    while (length < text.size() && (is_digit(text[length]) || text[length] == ',' || text[length] == '.'))
        ++length;
    while (length > 0 && !is_digit(text[length - 1]))
        --length;
    const auto value = parse_number(text.substr(0, length), mark);
    text.remove_prefix(length);
    return value;
}

// 90 sek · 1,5 min · 1 t 30 min · 1t30m · 2 timer og 5 minutter; each unit smaller than the one before.
std::optional<double> worded_duration(std::string_view text, DecimalMark mark) {
    double total = 0;
    double last_unit = 1e9;
    while (!text.empty()) {
        const auto amount = take_amount(text, mark);
        Cursor cursor(text);
        cursor.skip_space();
        const double unit = unit_seconds(cursor.word());
        if (!amount || unit <= 0 || unit >= last_unit) return std::nullopt;
        total += *amount * unit;
        last_unit = unit;
        cursor.take('.');
        cursor.take(',');
        cursor.skip_space();
        Cursor joined = cursor;
        const auto word = joined.word();
        if (word == "og" || word == "and") {
            cursor = joined;
            cursor.skip_space();
            if (cursor.done()) return std::nullopt;
        }
        text = cursor.rest();
    }
    return total;
}

// ISO 8601: P1DT2H3M4.5S without years and months, whose length is not fixed.
std::optional<double> iso_duration(std::string_view text) {
    if (text.size() < 3 || text[0] != 'P') return std::nullopt;
    text.remove_prefix(1);
    double total = 0;
    bool in_time = false;
    bool any = false;
    while (!text.empty()) {
        if (text[0] == 'T' && !in_time) {
            in_time = true;
            text.remove_prefix(1);
            continue;
        }
        const bool comma = text.find(',') < text.find_first_not_of("0123456789,");
        const auto amount = take_amount(text, comma ? DecimalMark::comma : DecimalMark::point);
        constexpr std::string_view letters = "WDHMS";
        constexpr std::array<double, 5> seconds{604800, 86400, 3600, 60, 1};
        const auto place = text.empty() ? letters.npos : letters.find(text[0]);
        if (!amount || place == letters.npos || (place >= 2) != in_time) return std::nullopt;
        total += *amount * seconds.at(place);
        any = true;
        text.remove_prefix(1);
    }
    return any ? std::optional(total) : std::nullopt;
}

} // namespace

std::optional<std::int32_t> take_time_of_day(Cursor& cursor) {
    auto hour = cursor.number(1, 2);
    const char mark = cursor.take_one_of(":.");
    const auto minute = cursor.number(2, 2);
    if (!hour || mark == '\0' || !minute) return std::nullopt;
    int second = 0;
    if (cursor.peek() == mark && cursor.take(mark)) {
        const auto found = cursor.number(2, 2);
        if (!found) return std::nullopt;
        second = *found;
        skip_fraction(cursor);
    }
    hour = with_half_of_day(*hour, cursor);
    if (!hour || *hour > 23 || *minute > 59 || second > 59) return std::nullopt;
    return *hour * 3600 + *minute * 60 + second;
}

std::optional<std::int32_t> parse_time_of_day(std::string_view text) {
    Cursor cursor(trim(text));
    if (is_letter(cursor.peek())) {
        if (cursor.word() != "kl") return std::nullopt;
        cursor.take('.');
        cursor.skip_space();
    }
    const auto time = take_time_of_day(cursor);
    return cursor.done() ? time : std::nullopt;
}

std::optional<double> parse_duration(std::string_view text, DecimalMark mark, double bare_unit) {
    text = trim(text);
    if (text.empty() || text.size() > 64) return std::nullopt;
    if (text[0] == 'P') return iso_duration(text);
    if (!is_digit(text[0]) && text[0] != ',' && text[0] != '.') return std::nullopt;
    if (text.find(':') != text.npos) return clock_duration(text);
    if (is_letter(text.back()) || text.back() == '.') return worded_duration(text, mark);
    if (text.back() == '%') return std::nullopt;
    const auto number = parse_number(text, mark);
    return number && *number >= 0 ? std::optional(*number * bare_unit) : std::nullopt;
}

std::optional<bool> parse_yes_no(std::string_view text) {
    constexpr std::array<std::string_view, 11> yes{"ja",   "yes",   "j",    "y",    "x",   "1",
                                                   "sand", "sandt", "sann", "sant", "true"};
    constexpr std::array<std::string_view, 9> no{"nej",   "nei",   "no",    "n",    "0",
                                                 "falsk", "usand", "usann", "false"};
    text = trim(text);
    if (text.empty() || text.size() > 5) return std::nullopt;
    for (const auto word : yes)
        if (equal_ignoring_case(text, word)) return true;
    for (const auto word : no)
        if (equal_ignoring_case(text, word)) return false;
    return std::nullopt;
}

} // namespace maerkbar::tables
