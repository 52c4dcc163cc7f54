#include "event_log/work_calendar.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <random>

using namespace maerkbar;
using namespace maerkbar::event_log;

namespace {

Milliseconds at(int month, int day, int hour, int minute = 0) {
    return Date::from(2026, month, day)->days * day_ms + hour * hour_ms + minute * minute_ms;
}

WorkCalendar calendar(std::string_view hours, const Zone& zone, std::vector<Date> off = {}) {
    return {*OfficeHours::parse(hours), zone, off, at(1, 1, 0), at(12, 31, 0)};
}

// Minute by minute, from the definition.
Milliseconds counted(const Zone& zone, const std::vector<Date>& off, Milliseconds from, Milliseconds to) {
    Milliseconds open = 0;
    for (auto moment = from; moment < to; moment += minute_ms) {
        const auto day = zone.local_day(moment);
        const auto minute = (zone.local(moment) - day.days * day_ms) / minute_ms;
        const bool day_off = std::find(off.begin(), off.end(), day) != off.end();
        const bool monday_to_thursday = day.weekday() <= 4 && minute >= 8 * 60 && minute < 15 * 60 + 30;
        const bool friday = day.weekday() == 5 && minute >= 8 * 60 && minute < 12 * 60;
        open += !day_off && (monday_to_thursday || friday) ? minute_ms : 0;
    }
    return open;
}

} // namespace

TEST_CASE("working time counts office hours in the zone, but not days off") {
    const auto zone = *Zone::named("Europe/Copenhagen");
    const auto plain = calendar("mon-fri:08-16", zone);
    // Monday 23 November 2026, local time is UTC + 1.
    CHECK(plain.between(at(11, 23, 7), at(11, 23, 15)) == 8 * hour_ms);
    CHECK(plain.between(at(11, 23, 8, 30), at(11, 23, 9)) == 30 * minute_ms);
    CHECK(plain.between(at(11, 20, 14), at(11, 23, 8)) == 2 * hour_ms); // over a weekend
    CHECK(plain.between(at(11, 21, 0), at(11, 22, 23)) == 0);
    CHECK(plain.between(at(11, 23, 9), at(11, 23, 9)) == 0);
    CHECK(plain.between(at(11, 24, 9), at(11, 23, 9)) == 0);
    CHECK(plain.between(at(3, 27, 7), at(3, 30, 14)) == 16 * hour_ms); // over the change to summer time
    const auto with_day_off = calendar("mon-fri:08-16", zone, {*Date::from(2026, 11, 23)});
    CHECK(with_day_off.between(at(11, 20, 14), at(11, 24, 8)) == 2 * hour_ms);
}

TEST_CASE("working time is what counting minutes gives") {
    const auto zone = *Zone::named("Europe/Oslo");
    const std::vector<Date> off{*Date::from(2026, 5, 14), *Date::from(2026, 5, 17)};
    const auto fast = calendar("mon-thu:08-15:30,fri:08-12", zone, off);
    std::mt19937 random(1);
    for (int i = 0; i < 60; ++i) {
        const auto from = at(3, 20, 0) + static_cast<int>(random() % 90'000) * minute_ms;
        const auto to = from + static_cast<int>(random() % 20'000) * minute_ms;
        CHECK(fast.between(from, to) == counted(zone, off, from, to));
    }
}

TEST_CASE("office hours are understood or refused") {
    CHECK(OfficeHours::parse("mon-fri:08-16")->days[4].size() == 1);
    CHECK(OfficeHours::parse("mon:08-12,mon:13-16")->days[0].size() == 2);
    CHECK(OfficeHours::parse("sat:10-24")->days[5][0].to == 1440);
    for (const auto* const wrong : {"", "mon", "mon-fri", "fri-mon:08-16", "mon:16-08", "mon:08-25",
                                    "mon:8:60-9", "mon:08-12,mon:11-16", "man-fre:08-16", "mon:08-16x"})
        CHECK_MESSAGE(!OfficeHours::parse(wrong).ok(), wrong);
}
