#include "base/date.hpp"

#include <doctest/doctest.h>

#include "base/period.hpp"

namespace maerkbar {
namespace {

Date day(std::string_view iso) {
    return Date::parse_iso(iso).value();
}

TEST_CASE("dates round-trip and know their weekday") {
    CHECK(day("1970-01-01").days == 0);
    CHECK(day("2026-11-22").weekday() == 7);
    CHECK(day("2024-02-29").iso() == "2024-02-29");
    CHECK(day("1969-12-31").weekday() == 3);
    for (int days = -200000; days < 200000; days += 37)
        CHECK(day(Date{days}.iso()).days == days);
}

TEST_CASE("days that do not exist are refused") {
    for (const auto* text :
         {"2023-02-29", "2023-13-01", "2023-00-10", "23-01-01", "2023-1-01", "2023-01-0x", ""})
        CHECK_FALSE(Date::parse_iso(text).has_value());
}

TEST_CASE("periods hold their days, step and round-trip by code") {
    const auto check = [](PeriodKind kind, std::string_view inside, std::string_view code,
                          std::string_view last) {
        const auto period = Period::containing(kind, day(inside));
        CHECK(period.code() == code);
        CHECK(period.last().iso() == last);
        CHECK(Period::parse(code) == period);
        CHECK(period.next().previous() == period);
        CHECK(distance(period, period.next()) == 1);
    };
    check(PeriodKind::day, "2026-11-22", "2026-11-22", "2026-11-22");
    check(PeriodKind::week, "2026-11-22", "2026-W47", "2026-11-22");
    check(PeriodKind::week, "2027-01-02", "2026-W53", "2027-01-03");
    check(PeriodKind::month, "2024-02-10", "2024-02", "2024-02-29");
    check(PeriodKind::quarter, "2026-11-22", "2026-Q4", "2026-12-31");
    check(PeriodKind::tertial, "2026-08-31", "2026-T2", "2026-08-31");
    check(PeriodKind::year, "2026-08-31", "2026", "2026-12-31");
}

TEST_CASE("codes of no period are refused") {
    for (const auto* code :
         {"2025-W53", "2026-W00", "2026-Q5", "2026-T4", "2026-13", "2026-1", "26", "2026-X1", "2026-Wx1"})
        CHECK_FALSE(Period::parse(code).has_value());
}

} // namespace
} // namespace maerkbar
