#include "event_log/readers/time_reader.hpp"

#include <doctest/doctest.h>

#include "base/date.hpp"

using namespace maerkbar;
using namespace maerkbar::event_log;

namespace {

const Zone copenhagen = *Zone::named("Europe/Copenhagen");

std::optional<ReadTime> read(std::string_view text,
                             tables::DateOrder order = tables::DateOrder::day_month_year) {
    return TimeReader(copenhagen, order).read(text);
}

Milliseconds at(int year, int month, int day, int hour = 0, int minute = 0, int second = 0,
                int milliseconds = 0) {
    return Date::from(year, month, day)->days * day_ms + hour * hour_ms + minute * minute_ms +
           second * second_ms + milliseconds;
}

} // namespace

TEST_CASE("times with an offset are moments") {
    CHECK(read("2011-10-11T13:45:40.276+02:00")->instant == at(2011, 10, 11, 11, 45, 40, 276));
    CHECK(read("2011-10-11 13:45:40+0200")->instant == at(2011, 10, 11, 11, 45, 40));
    CHECK(read("2011-10-11T13:45:40,5-05")->instant == at(2011, 10, 11, 18, 45, 40, 500));
    CHECK(read("2011-10-11T13:45Z")->instant == at(2011, 10, 11, 13, 45));
    CHECK(read("2011-10-11T13:45:40.123456789Z")->instant == at(2011, 10, 11, 13, 45, 40, 123));
    CHECK(read(" 2011-10-11T13:45:40Z ")->instant == at(2011, 10, 11, 13, 45, 40));
    CHECK(read("1318333540")->instant == at(2011, 10, 11, 11, 45, 40));
    CHECK(read("1318333540276")->instant == at(2011, 10, 11, 11, 45, 40, 276));
    CHECK_FALSE(read("2011-10-11T13:45:40Z")->local);
}

TEST_CASE("local times are read in the zone") {
    const auto summer = read("2026-07-01 12:00:00");
    CHECK(summer->instant == at(2026, 7, 1, 10));
    CHECK(summer->local);
    CHECK(read("22-11-2026 13:05")->instant == at(2026, 11, 22, 12, 5));
    CHECK(read("22.11.2026 13:05:09.25")->instant == at(2026, 11, 22, 12, 5, 9, 250));
    CHECK(read("11/22/2026 01:05:09 PM", tables::DateOrder::month_day_year)->instant ==
          at(2026, 11, 22, 12, 5, 9));
    CHECK(read("2026-10-25 02:30:00")->certainty == Zone::Certainty::twice);
    CHECK(read("2026-03-29 02:30:00")->certainty == Zone::Certainty::never);
    // One reader, many rows: what it remembers of the zone must not outlast a change.
    TimeReader reader(copenhagen, tables::DateOrder::day_month_year);
    for (int day = 20; day <= 31; ++day) {
        const auto text = "2026-10-" + std::to_string(day) + " 12:00:00";
        CHECK(reader.read(text)->instant == at(2026, 10, day, day < 25 ? 10 : 11));
    }
}

TEST_CASE("what a reader remembers of months is right for every day of four centuries") {
    TimeReader reader(copenhagen, tables::DateOrder::day_month_year);
    const auto first = *Date::from(1799, 12, 1);
    for (std::int32_t i = 0; i < 150'000; ++i) {
        const auto day = first + i * 7919 % 150'000; // all of them, from month to month
        const auto found = reader.read(day.iso());
        REQUIRE(found.has_value());
        REQUIRE(found->instant == day.days * day_ms);
    }
    for (const auto* const text : {"2023-02-29", "2024-02-30", "2023-04-31", "2023-04-00", "2023-04-3x",
                                   "2023-00-10", "2023/04-10T00:00Z"})
        CHECK_MESSAGE(!reader.read(text).has_value(), text);
    CHECK(reader.read("2024-02-29")->instant == at(2024, 2, 29));
}

TEST_CASE("a date alone is midnight UTC") {
    CHECK(read("2006-07-24")->instant == at(2006, 7, 24));
    CHECK(read("2006-07-24")->date_only);
    CHECK(read("24-07-2006")->instant == at(2006, 7, 24));
    CHECK(read("24-07-2006")->date_only);
}

TEST_CASE("what is no time is refused") {
    for (const auto* const text :
         {"", "x", "2011-13-11T13:45:40Z", "2011-02-30", "2011-10-11T24:45:40Z", "2011-10-11T13:60:40Z",
          "2011-10-11T13:45:4xZ", "2011-10-11T13:45:40+2", "2011-10-11T13:45:40.Z", "2011-10", "2011",
          "2011-10-11T13:45:40+25:00", "2011-10-11T13;45:40Z", "12345678901"})
        CHECK_MESSAGE(!read(text).has_value(), text);
    CHECK_FALSE(read(std::string_view("\0\0\0\0\0\0\0\0\0\0", 10)).has_value());
}
