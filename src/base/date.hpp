#pragma once

#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace maerkbar {

// A local calendar day, as the number of days since 1970-01-01 (proleptic Gregorian). Clock and time zone are
// the caller's matter.
struct Date {
    std::int32_t days = 0;

    auto operator<=>(const Date&) const = default;
    [[nodiscard]] int year() const;
    [[nodiscard]] int month() const; // 1 to 12
    [[nodiscard]] int day() const;   // 1 to 31
    // ISO 8601: 1 Monday to 7 Sunday.
    [[nodiscard]] int weekday() const;
    [[nodiscard]] std::string iso() const; // 2026-11-22

    // No value where the day does not exist.
    static std::optional<Date> from(int year, int month, int day);
    // Exactly YYYY-MM-DD.
    static std::optional<Date> parse_iso(std::string_view text);
};

inline Date operator+(Date date, std::int32_t days) {
    return {date.days + days};
}
inline Date operator-(Date date, std::int32_t days) {
    return {date.days - days};
}
inline std::int32_t operator-(Date a, Date b) {
    return a.days - b.days;
}

} // namespace maerkbar
