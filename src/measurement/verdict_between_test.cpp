#include "measurement/verdict_between.hpp"

#include <doctest/doctest.h>

#include <algorithm>

using namespace maerkbar;
using namespace maerkbar::measurement;

namespace {

Definition falls() {
    Definition definition;
    definition.name = {"Fald"};
    definition.source = "falls";
    definition.measure.kind = MeasureKind::count;
    definition.direction = Direction::lower_better;
    return definition;
}

// Events with these days between them from 10 January 2024, and the months until the end of `last`.
Verdict judge_falls(const std::vector<int>& gaps, const char* last, const ChartDecisions& decisions = {}) {
    const auto definition = falls();
    std::vector<Date> events{*Date::from(2024, 1, 10)};
    for (const auto gap : gaps)
        events.push_back(events.back() + gap);
    std::vector<VerdictPoint> months;
    for (auto month = *Period::parse("2024-01"); month <= *Period::parse(last); month = month.next()) {
        VerdictPoint point;
        point.period = month;
        point.count = std::ranges::count_if(
            events, [&](Date day) { return month.first <= day && day <= month.last(); });
        point.value = static_cast<double>(point.count);
        months.push_back(point);
    }
    CHECK(suits_between(definition, months));
    return judge({.indicator = IndicatorId{1},
                  .unit = UnitId{1},
                  .definition = definition,
                  .points = months,
                  .decisions = decisions,
                  .today = *Date::from(2027, 1, 5),
                  .event_days = events});
}

const std::vector<int> usual = {40, 61, 35, 52, 70, 44, 38, 66, 49, 57, 43, 60, 47, 55};

} // namespace

TEST_CASE("rare events are judged by the days between them on a T chart") {
    const auto verdict = judge_falls(usual, "2026-02");
    REQUIRE(verdict.between);
    CHECK(verdict.chart == ChartType::t);
    CHECK(verdict.chart_reason == ChartReason::rare_events);
    REQUIRE(verdict.between->points.size() == 14);
    CHECK(verdict.between->points[0].days == 40);
    CHECK(verdict.between->points[0].day == *Date::from(2024, 2, 19));
    // The mean of the 14 times to the power 1/3.6, taken back: by another program.
    CHECK(*verdict.between->points[0].centre == doctest::Approx(50.45602).epsilon(1e-6));
    CHECK(verdict.signals.empty());
    CHECK(verdict.tag == Tag::stable);
    CHECK_FALSE(verdict.points[0].upper); // the number of events has no limits of its own
}

TEST_CASE("a long time without an event is good news before the next event comes") {
    const auto verdict = judge_falls(usual, "2026-12"); // the last fall was in February
    REQUIRE(verdict.between);
    CHECK(verdict.between->unusually_long);
    CHECK(verdict.between->since_last > 250);
    REQUIRE(verdict.signals.size() == 1);
    CHECK(verdict.signals[0].kind == SignalKind::below_limit);
    CHECK(verdict.signals[0].meaning == Meaning::better);
    CHECK(verdict.tag == Tag::better);
}

TEST_CASE("an event soon after another is a signal, unless a person has left its month out") {
    auto gaps = usual;
    gaps.push_back(1);
    const auto verdict = judge_falls(gaps, "2026-02");
    REQUIRE(verdict.signals.size() == 1);
    CHECK(verdict.signals[0].kind == SignalKind::above_limit);
    CHECK(verdict.signals[0].meaning == Meaning::worse);
    const auto month = Period::containing(PeriodKind::month, verdict.between->points.back().day);
    CHECK(judge_falls(gaps, "2026-02", {.excluded = {month}}).signals.empty());
}

TEST_CASE("two events on one day make it a G chart") {
    auto gaps = usual;
    gaps[5] = 0;
    const auto verdict = judge_falls(gaps, "2026-02");
    REQUIRE(verdict.between);
    CHECK(verdict.chart == ChartType::g);
    CHECK(*verdict.between->points[0].centre == 50.5); // the median: halfway between 49 and 52
}

TEST_CASE("a phase divides the times too") {
    ChartDecisions decisions;
    decisions.phases = {{*Period::parse("2025-02"), "Måtter fjernet"}};
    const auto verdict = judge_falls(usual, "2026-02", decisions);
    REQUIRE(verdict.phases.size() == 2);
    CHECK(verdict.phases[0].points + verdict.phases[1].points == 14);
    CHECK(verdict.phases[0].last < *Period::parse("2025-02"));
}

TEST_CASE("too few events, and events that are not rare, are judged by their number") {
    const auto few = judge_falls(usual, "2026-02").between;
    CHECK(few);
    auto definition = falls();
    std::vector<VerdictPoint> months(24);
    for (auto& month : months)
        month.value = 3;
    CHECK_FALSE(suits_between(definition, months));
    definition.chart = "t";
    CHECK(suits_between(definition, months)); // as the person wished
    definition.measure.kind = MeasureKind::mean;
    CHECK_FALSE(suits_between(definition, months));
}
