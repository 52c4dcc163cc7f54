#include "app/queue/calendar_facts.hpp"

#include <doctest/doctest.h>

#include <algorithm>

using namespace maerkbar;

namespace {

const auto facts = app_queue::calendar_facts();
const Date new_year = *Date::from(2026, 1, 1);

} // namespace

TEST_CASE("holidays of both countries: Maundy Thursday in both, 17 May in Norway alone") {
    const auto danish = facts.holidays("dk", new_year, new_year + 364).value();
    const auto norwegian = facts.holidays("no", new_year, new_year + 364).value();
    const auto has = [](const std::vector<Date>& days, Date day) {
        return std::find(days.begin(), days.end(), day) != days.end();
    };
    CHECK(has(danish, *Date::from(2026, 4, 2)));
    CHECK(has(norwegian, *Date::from(2026, 4, 2)));
    CHECK(has(norwegian, *Date::from(2026, 5, 17)));
    CHECK_FALSE(has(danish, *Date::from(2026, 5, 17)));
}

TEST_CASE("clocks of Copenhagen go forward on 29 March 2026 at 2 and back on 25 October") {
    const auto changes = facts.changes("Europe/Copenhagen", new_year, 364 * 24.0).value();
    REQUIRE(changes.size() == 2);
    CHECK(changes[0].at == (*Date::from(2026, 3, 29) - new_year) * 24 + 2);
    CHECK(changes[0].ahead == 1);
    CHECK(changes[1].at == (*Date::from(2026, 10, 25) - new_year) * 24 + 2); // an hour less than clocks say
    CHECK(changes[1].ahead == 0);
    CHECK(facts.changes("UTC", new_year, 1000).value().empty());
    CHECK_FALSE(facts.changes("Europe/Atlantis", new_year, 10).ok());
}
