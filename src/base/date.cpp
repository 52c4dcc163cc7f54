#include "base/date.hpp"

#include <chrono>
#include <cstdio>

namespace maerkbar {

namespace {

std::chrono::year_month_day civil(Date date) {
    return std::chrono::sys_days(std::chrono::days(date.days));
}

std::optional<int> digits(std::string_view text) {
    int number = 0;
    for (const char c : text) {
        if (c < '0' || c > '9') return std::nullopt;
        number = number * 10 + (c - '0');
    }
    return number;
}

} // namespace

int Date::year() const {
    return static_cast<int>(civil(*this).year());
}

int Date::month() const {
    return static_cast<int>(static_cast<unsigned>(civil(*this).month()));
}

int Date::day() const {
    return static_cast<int>(static_cast<unsigned>(civil(*this).day()));
}

int Date::weekday() const {
    const int since_monday = (days + 3) % 7; // 1970-01-01 was a Thursday
    return since_monday < 0 ? since_monday + 8 : since_monday + 1;
}

std::string Date::iso() const {
    char buffer[16];
    const int length = std::snprintf(buffer, sizeof buffer, "%04d-%02d-%02d", year(), month(), day());
    return std::string(buffer, static_cast<std::size_t>(length));
}

std::optional<Date> Date::from(int year, int month, int day) {
    if (year < 1 || year > 9999 || month < 1 || month > 12 || day < 1 || day > 31) return std::nullopt;
    const std::chrono::year_month_day date{std::chrono::year(year),
                                           std::chrono::month(static_cast<unsigned>(month)),
                                           std::chrono::day(static_cast<unsigned>(day))};
    if (!date.ok()) return std::nullopt;
    return Date{static_cast<std::int32_t>(std::chrono::sys_days(date).time_since_epoch().count())};
}

std::optional<Date> Date::parse_iso(std::string_view text) {
    if (text.size() != 10 || text[4] != '-' || text[7] != '-') return std::nullopt;
    const auto year = digits(text.substr(0, 4));
    const auto month = digits(text.substr(5, 2));
    const auto day = digits(text.substr(8, 2));
    if (!year || !month || !day) return std::nullopt;
    return from(*year, *month, *day);
}

} // namespace maerkbar
