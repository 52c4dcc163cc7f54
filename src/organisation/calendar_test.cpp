#include "organisation/calendar.hpp"

#include <doctest/doctest.h>

namespace maerkbar::organisation {
namespace {

Date day(std::string_view iso) {
    return Date::parse_iso(iso).value();
}

bool has(Country country, std::string_view iso, std::string_view name) {
    const auto found = holiday_on(country, day(iso));
    return found && found->name == name;
}

TEST_CASE("Easter falls where the almanac says") {
    for (const auto* iso : {"1818-03-22", "1943-04-25", "2000-04-23", "2008-03-23", "2011-04-24",
                            "2024-03-31", "2025-04-20", "2026-04-05", "2027-03-28", "2038-04-25"})
        CHECK(easter(day(iso).year()).iso() == iso);
}

TEST_CASE("Danish holidays, without Great Prayer Day since 2024") {
    CHECK(has(Country::denmark, "2023-05-05", "Great Prayer Day"));
    CHECK_FALSE(holiday_on(Country::denmark, day("2024-04-26")).has_value());
    CHECK(has(Country::denmark, "2026-05-14", "Ascension Day"));
    CHECK(has(Country::denmark, "2026-05-25", "Whit Monday"));
    CHECK_FALSE(holiday_on(Country::denmark, day("2026-05-01")).has_value());
    CHECK(holidays(Country::denmark, 2023).size() == 11);
    CHECK(holidays(Country::denmark, 2026).size() == 10);
}

TEST_CASE("Norwegian holidays") {
    CHECK(has(Country::norway, "2026-05-17", "Constitution Day"));
    CHECK(has(Country::norway, "2026-05-01", "Labour Day"));
    CHECK(has(Country::norway, "2026-04-02", "Maundy Thursday"));
    CHECK(holidays(Country::norway, 2023).size() == 12);
}

TEST_CASE("working days between leave out weekends, holidays and closing days") {
    const WorkCalendar calendar{Country::denmark, {day("2026-06-05")}};
    const auto between = [&](std::string_view from, std::string_view to) {
        return working_days_between(calendar, day(from), day(to));
    };
    CHECK(between("2026-11-18", "2026-11-18") == 0);
    CHECK(between("2026-11-20", "2026-11-23") == 1); // Friday to Monday
    CHECK(between("2026-11-21", "2026-11-23") == 1); // Saturday to Monday
    CHECK(between("2026-04-01", "2026-04-07") == 1); // over Easter
    CHECK(between("2026-06-04", "2026-06-08") == 1); // over a closing day
    CHECK(between("2026-11-23", "2026-11-20") == -1);
    CHECK(between("2023-05-04", "2023-05-08") == 1);
    CHECK(between("2024-04-25", "2024-04-29") == 2);
}

TEST_CASE("the last day in time is the last with so many working days") {
    const WorkCalendar calendar{Country::denmark};
    for (int offset = 0; offset < 60; ++offset) {
        for (int days = 0; days < 12; ++days) {
            const auto received = day("2026-03-20") + offset;
            const auto last = working_days_after(calendar, received, days);
            CHECK(working_days_between(calendar, received, last) == days);
            CHECK(working_days_between(calendar, received, last + 1) == days + 1);
        }
    }
}

TEST_CASE("open hours a week count overlaps once and follow validity") {
    const Validity until_summer{beginning, day("2026-07-01")};
    const std::vector<OpeningHours> hours = {
        {{}, {}, {}, 1, 600, 900}, {{}, {}, {}, 1, 840, 960}, {{}, {}, {}, 4, 600, 1080, until_summer}};
    CHECK(open_minutes_a_week(hours, day("2026-06-30")) == 360 + 480);
    CHECK(open_minutes_a_week(hours, day("2026-07-01")) == 360);
    CHECK(open_minutes_a_week({}, day("2026-07-01")) == 0);
    const WorkCalendar calendar{Country::denmark, {day("2026-06-22")}};
    CHECK(open_minutes_on(hours, calendar, day("2026-06-15")) == 360);
    CHECK(open_minutes_on(hours, calendar, day("2026-06-22")) == 0);
    CHECK(open_minutes_on(hours, calendar, day("2026-05-25")) == 0); // Whit Monday
    CHECK(open_minutes_on(hours, calendar, day("2026-06-16")) == 0); // a Tuesday
    CHECK(open_at(hours, calendar, day("2026-06-15"), 600));
    CHECK_FALSE(open_at(hours, calendar, day("2026-06-15"), 960));
    CHECK_FALSE(open_at(hours, calendar, day("2026-05-25"), 700));
}

} // namespace
} // namespace maerkbar::organisation
