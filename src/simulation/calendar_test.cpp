#include "simulation/calendar.hpp"

#include <doctest/doctest.h>

#include "simulation/scenario_fixture.hpp"
#include "simulation/simulate.hpp"

using namespace maerkbar;
using namespace maerkbar::simulation;
using doctest::Approx;

namespace {

constexpr Date monday_in_march{20'535};     // 2026-03-23; clocks go forward on Sunday the 29th
constexpr Date monday_in_october{20'745};   // 2026-10-19; they go back on Sunday the 25th
constexpr double sunday = 6 * 24;           // hours after such a Monday
const ClockChange forward{sunday + 2, 1};   // at 2 o'clock it becomes 3
const ClockChange backward{sunday + 3, -1}; // at 3 o'clock it becomes 2

CalendarFacts facts_with(ClockChange change) {
    return {[](const std::string&, Date, Date) -> Result<std::vector<Date>> { return std::vector<Date>{}; },
            [change](const std::string&, Date, double) -> Result<std::vector<ClockChange>> {
                return std::vector{change};
            }};
}

// One person at work all Sunday, and cases that come then.
ReplicationResult sunday_of(const std::string& first, ClockChange change) {
    const auto scenario = read_scenario(
        R"({"length":"8 d","starts":")" + first +
            R"(","zone":"Europe/Copenhagen","teams":[{"name":"t","shifts":[{"days":"sun","from":"00:00","to":"24:00","people":1}]}],
        "types":[{"name":"a","arrivals":{"hours":[{"days":"sun","from":"00:00","to":"24:00","per_hour":5000}]},
        "route":[{"step":"s","team":"t","work":"1 s"}]}]})",
        test::no_files, facts_with(change));
    REQUIRE(scenario.ok());
    return replicate(*scenario, 1, 0);
}

double hours_with(const Weekly& weekly, double value) {
    double hours = 0;
    weekly.each_between(0, weekly.length(), [&](double from, double to, double found) {
        if (found == value) hours += to - from;
    });
    return hours;
}

} // namespace

TEST_CASE("the days are the ones that are meant") {
    CHECK(monday_in_march.iso() == "2026-03-23");
    CHECK(monday_in_october.iso() == "2026-10-19");
}

TEST_CASE("clocks: hours that are shown twice, and hours that are jumped over") {
    const Calendar autumn{monday_in_october, {}, {backward}};
    CHECK(autumn.hour_of_clock(sunday + 1) == sunday + 1);
    CHECK(autumn.hour_of_clock(sunday + 2.5) == sunday + 2.5); // the first of the two
    CHECK(autumn.hour_of_clock(sunday + 3) == sunday + 4);
    const Calendar spring{monday_in_march, {}, {forward}};
    CHECK(spring.hour_of_clock(sunday + 2) == sunday + 2);
    CHECK(spring.hour_of_clock(sunday + 2.5) == sunday + 2);
    CHECK(spring.hour_of_clock(sunday + 3) == sunday + 2);
    CHECK(spring.hour_of_clock(sunday + 4) == sunday + 3);
}

TEST_CASE("the Sunday on which clocks go forward has 23 hours, the one on which they go back 25") {
    const auto spring = sunday_of("2026-03-23", forward);
    CHECK(spring.teams[0].staffed_hours == Approx(23));
    const auto autumn = sunday_of("2026-10-19", backward);
    CHECK(autumn.teams[0].staffed_hours == Approx(25));
    // Five standard deviations of as many arrivals.
    CHECK(static_cast<double>(spring.types[0].count.arrived) == Approx(23 * 5000).epsilon(5 / 339.0));
    CHECK(static_cast<double>(autumn.types[0].count.arrived) == Approx(25 * 5000).epsilon(5 / 353.0));
}

TEST_CASE("a shift at night is as long as its clock says; those of other days keep their hours") {
    Weekly nights;
    nights.add(sunday + 1, sunday + 4, 2);
    nights.add(8, 16, 3);
    CHECK(hours_with(written_out(nights, {monday_in_october, {}, {backward}}, 300, false), 2) == 4);
    CHECK(hours_with(written_out(nights, {monday_in_march, {}, {forward}}, 300, false), 2) == 2);
    CHECK(hours_with(written_out(nights, {monday_in_october, {}, {backward}}, 300, false), 3) == 16);
}

TEST_CASE("nobody works on days off, wherever in the week the simulation begins") {
    Weekly office;
    for (int day = 0; day < 5; ++day)
        office.add(24 * day + 8, 24 * day + 16, 1);
    const Date wednesday = monday_in_march + 2;
    const Calendar calendar{wednesday, {monday_in_march + 3, monday_in_march + 6, monday_in_march + 7}, {}};
    // Wednesday and Friday; Thursday and the next Monday are off, Sunday would be free anyway; Tuesday.
    CHECK(hours_with(written_out(office, calendar, 7 * 24, false), 1) == 3 * 8);
    CHECK(hours_with(written_out(office, calendar, 7 * 24, true), 1) == 5 * 8);
    const auto out = written_out(office, calendar, 7 * 24, false);
    CHECK(out.length() == 7 * 24);
    CHECK(out.value(0) == 0);
    CHECK(out.end(0) == 8);
}

TEST_CASE("a cycle of two weeks goes on through the calendar") {
    Weekly board;
    board.set_weeks(2);
    board.add(168 + 48 + 10, 168 + 48 + 12, 1); // the second Wednesday
    const auto out = written_out(board, {monday_in_march + 1, {}, {}}, 5 * 168, false);
    CHECK(hours_with(out, 1) == 4);
    CHECK(out.end(0) == 168 + 24 + 10);
}

TEST_CASE("days off given one by one, and what is missing is said") {
    const auto team = [](const std::string& begin) {
        return read_scenario(
            R"({"length":"2 w",)" + begin +
                R"("teams":[{"name":"t","shifts":[{"from":"08:00","to":"16:00","people":1}]}],
            "types":[{"name":"a","arrivals":{"per_hour":1},"route":[{"step":"s","team":"t","work":"1 min"}]}]})",
            test::no_files);
    };
    const auto scenario =
        team(R"("starts":"2026-03-23","holidays":["2026-04-02","2026-04-03","2026-04-04"],)");
    REQUIRE(scenario.ok());
    CHECK(replicate(*scenario, 1, 0).teams[0].staffed_hours == Approx((10 - 2) * 8));
    CHECK(team(R"("holidays":["2026-04-02"],)").error().code == "scenario.needs_start");
    CHECK(team(R"("zone":"Europe/Oslo",)").error().code == "scenario.needs_start");
    CHECK(team(R"("starts":"tomorrow",)").error().code == "scenario.bad_start");
    CHECK(team(R"("starts":"2026-03-23","holidays":["Easter"],)").error().code == "scenario.bad_holidays");
    CHECK(team(R"("starts":"2026-03-23","holidays":"dk",)").error().code == "scenario.bad_holidays");
}
