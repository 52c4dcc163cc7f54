#include "event_log/zone.hpp"

#include <doctest/doctest.h>

using namespace maerkbar;
using namespace maerkbar::event_log;

namespace {

Milliseconds at(int year, int month, int day, int hour, int minute = 0) {
    return Date::from(year, month, day)->days * day_ms + hour * hour_ms + minute * minute_ms;
}

} // namespace

TEST_CASE("a zone keeps summer time") {
    const auto zone = Zone::named("Europe/Copenhagen");
    REQUIRE(zone.ok());
    CHECK(zone->offset_at(at(2026, 1, 1, 0)) == hour_ms);
    CHECK(zone->offset_at(at(2026, 7, 1, 0)) == 2 * hour_ms);
    CHECK(zone->offset_at(at(2026, 3, 29, 0, 59)) == hour_ms);
    CHECK(zone->offset_at(at(2026, 3, 29, 1)) == 2 * hour_ms);
    CHECK(zone->from_local(at(2026, 11, 22, 13, 5)).instant == at(2026, 11, 22, 12, 5));
    CHECK(zone->local_day(at(2026, 12, 31, 23)) == *Date::from(2027, 1, 1));
}

TEST_CASE("local times that were shown twice or never are said to be so") {
    const auto zone = Zone::named("Europe/Copenhagen");
    const auto twice = zone->from_local(at(2026, 10, 25, 2, 30));
    CHECK(twice.certainty == Zone::Certainty::twice);
    CHECK(twice.instant == at(2026, 10, 25, 0, 30)); // in summer time, the first of the two
    const auto never = zone->from_local(at(2026, 3, 29, 2, 30));
    CHECK(never.certainty == Zone::Certainty::never);
    CHECK(never.instant == at(2026, 3, 29, 1, 30));
    CHECK(zone->from_local(at(2026, 3, 29, 3)).instant == at(2026, 3, 29, 1));
}

TEST_CASE("a day begins at local midnight, or when the clocks jumped over it") {
    CHECK(Zone::named("Europe/Oslo")->start_of(*Date::from(2026, 7, 1)) == at(2026, 6, 30, 22));
    // In São Paulo summer time began at midnight of 4 November 2018.
    CHECK(Zone::named("America/Sao_Paulo")->start_of(*Date::from(2018, 11, 4)) == at(2018, 11, 4, 3));
    CHECK(Zone().start_of(*Date::from(1969, 12, 31)) == -day_ms);
    CHECK(Zone().local_day(-1) == *Date::from(1969, 12, 31));
}

TEST_CASE("a zone that does not exist is refused") {
    const auto zone = Zone::named("Europe/Aarhus");
    REQUIRE(!zone.ok());
    CHECK(zone.error().code == "event_log.zone");
    CHECK(Zone::named("UTC").ok());
}
