#include "event_log/lifecycle.hpp"

#include <doctest/doctest.h>

using namespace maerkbar::event_log;

namespace {

struct Row {
    const char* activity;
    const char* transition;
    Milliseconds time;
};

// One case, without a column of instances.
Lifecycle work_on(std::initializer_list<Row> rows) {
    RawLog raw;
    raw.texts->columns.push_back({"lifecycle", {}, {}});
    auto& column = raw.texts->columns.front();
    for (const auto& row : rows) {
        raw.events.push_back(
            {row.time, raw.texts->cases.number_of("1"), raw.texts->activities.number_of(row.activity)});
        column.values.push_back(column.texts.number_of(row.transition));
    }
    return lifecycle(EventLog::arrange(raw), column, nullptr);
}

} // namespace

TEST_CASE("starts are paired with completes in the order they happened") {
    const auto work =
        work_on({{"A", "start", 0}, {"A", "START", 10}, {"A", "complete", 20}, {"A", "Complete", 50}});
    CHECK(work.instances == 2);
    CHECK(work.paired == 2);
    CHECK(work.activities[0].processing.sum == (20 - 0) + (50 - 10));
    CHECK(work.cases[0].processing == 60);
    CHECK(work.cases[0].active == 50); // the union
    CHECK(work.cases[0].idle() == 0);
}

TEST_CASE("work side by side waits 0, never less") {
    const auto work = work_on({{"A", "start", 0},
                               {"A", "complete", 100},
                               {"B", "start", 40},
                               {"B", "complete", 60},
                               {"C", "start", 130},
                               {"C", "complete", 150}});
    REQUIRE(work.activities.size() == 3);
    CHECK(work.activities[1].overlapping == 1);
    CHECK(work.activities[1].waiting.sum == 0);
    CHECK(work.activities[2].waiting.sum == 30); // since the latest earlier complete, A's
    CHECK(work.cases[0].idle() == 30);
    CHECK(work.flow_efficiency() == doctest::Approx(120.0 / 150.0));
}

TEST_CASE("what lacks its start or its complete is counted, not guessed") {
    const auto work = work_on({{"A", "schedule", 0},
                               {"A", "start", 5},
                               {"A", "complete", 9},
                               {"B", "schedule", 9},
                               {"C", "start", 10},
                               {"D", "complete", 12},
                               {"E", "suspend", 13}});
    CHECK(work.instances == 2);
    CHECK(work.paired == 1);
    CHECK(work.complete_without_start == 1);
    CHECK(work.start_without_complete == 1);
    CHECK(work.schedule_without_start == 1);
    CHECK(work.activities[0].scheduled.sum == 5);
}
