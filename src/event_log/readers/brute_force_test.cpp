// The engine against a plain implementation of the same definitions, on generated logs.
#include <doctest/doctest.h>

#include "event_log/backlog.hpp"
#include "event_log/flow_graph.hpp"
#include "event_log/readers/log_request.hpp"
#include "event_log/readers/test_brute_force.hpp"
#include "event_log/readers/test_packed.hpp"
#include "event_log/resources.hpp"
#include "event_log/summary.hpp"

using namespace maerkbar;
using namespace maerkbar::event_log;
using namespace maerkbar::event_log::testing;

namespace {

constexpr unsigned seeds = 60;

RawLog read(std::string bytes, unsigned threads) {
    LogRequest request;
    request.threads = threads;
    request.smallest_part = 100; // so that cuts fall everywhere, inside quotation marks too
    auto file = read_log_from(tables::ByteInput::memory(std::move(bytes)), request);
    REQUIRE_MESSAGE(file.ok(), file.error().english());
    return std::move(file->raw);
}

bool near(double a, double b) {
    return std::fabs(a - b) <= 1e-9 * std::max({1.0, std::fabs(a), std::fabs(b)});
}

void check_lengths(const Lengths& found, const Times& expected) {
    REQUIRE(found.count == expected.size());
    if (expected.empty()) return;
    Milliseconds sum = 0;
    for (const auto value : expected)
        sum += value;
    CHECK(found.sum == sum);
    CHECK(found.minimum == *std::ranges::min_element(expected));
    CHECK(found.maximum == *std::ranges::max_element(expected));
    CHECK(near(found.mean, static_cast<double>(sum) / static_cast<double>(expected.size())));
    CHECK(near(found.median, quantile(expected, 0.5)));
    CHECK(near(found.p90, quantile(expected, 0.9)));
}

void check_graph(const EventLog& log, const BruteForce& plain) {
    const auto graph = flow_graph(log);
    const auto edges = plain.edges();
    REQUIRE(graph.edges.size() == edges.size());
    for (const auto& edge : graph.edges) {
        const auto& expected =
            edges.at({std::string(log.activity_name(edge.from)), std::string(log.activity_name(edge.to))});
        CHECK(edge.cases == expected.cases.size());
        check_lengths(edge.gaps, expected.gaps);
    }
    const auto activities = plain.activities();
    REQUIRE(graph.activities.size() == activities.size());
    for (const auto& flow : graph.activities) {
        const auto& expected = activities.at(std::string(log.activity_name(flow.activity)));
        CHECK(flow.events == expected.events);
        CHECK(flow.cases == expected.cases.size());
        CHECK(flow.starts == expected.starts);
        CHECK(flow.ends == expected.ends);
        CHECK(flow.rework_cases ==
              std::ranges::count_if(expected.cases, [](const auto& entry) { return entry.second > 1; }));
        check_lengths(flow.waits, expected.waits);
    }
}

void check_variants(const EventLog& log, const BruteForce& plain) {
    const auto found = variants(log);
    const auto ways = plain.ways();
    const auto ranked = plain.ranked_ways();
    REQUIRE(found.ranked.size() == ranked.size());
    for (std::size_t i = 0; i < ranked.size(); ++i) {
        CHECK(variant_text(log, found.ranked[i].example) == ranked[i]);
        check_lengths(found.ranked[i].durations, ways.at(ranked[i]));
    }
    for (std::size_t i = 0; i < log.case_count(); ++i)
        CHECK(variant_text(log, i) == ranked[found.ranks[i] - 1]);
}

void check_months(const EventLog& log, const BruteForce& plain, const Zone& zone) {
    const auto found = months(log, zone);
    REQUIRE(!found.empty());
    CHECK(found.front().window.from <= log.first_time());
    CHECK(found.back().window.to > log.last_time());
    for (const auto& month : found) {
        const auto& window = month.window;
        CHECK(zone.local(window.from) % day_ms == 0);
        CHECK(window.open_before == plain.open_at(window.from));
        CHECK(window.arrived == plain.arrived_in(window.from, window.to).size());
        CHECK(window.completed == plain.completed_in(window.from, window.to).size());
        CHECK(window.open_after() == plain.open_at(window.to));
        CHECK(near(window.mean_open, plain.mean_open(window.from, window.to)));
        check_lengths(month.completed.value_or(Lengths{}), plain.completed_in(window.from, window.to));
        check_lengths(month.open_ages.value_or(Lengths{}), plain.ages_at(window.to));
        const auto cohort = plain.arrived_in(window.from, window.to);
        CHECK(month.cohort_median.has_value() == !cohort.empty());
        if (!cohort.empty()) CHECK(near(*month.cohort_p90, quantile(cohort, 0.9)));
    }
}

void check_days(const EventLog& log, const BruteForce& plain, const Zone& zone) {
    const auto days = moments(day_starts(log, zone), zone);
    const Backlog backlog(log);
    for (const auto& window : backlog.windows(days)) {
        CHECK(window.open_after() == plain.open_at(window.to));
        CHECK(near(window.mean_open, plain.mean_open(window.from, window.to)));
    }
}

void check_resources(const EventLog& log, const BruteForce& plain) {
    const auto* const column =
        log.column("resource") != nullptr ? log.column("resource") : log.column("org:resource");
    REQUIRE(column != nullptr);
    const auto expected = plain.handovers();
    const auto found = handovers(log, *column);
    REQUIRE(found.size() == expected.size());
    for (const auto& handover : found)
        CHECK(handover.count == expected.at({std::string(column->texts[handover.from]),
                                             std::string(column->texts[handover.to])}));
}

void check_all(const RawLog& raw, const std::vector<Row>& rows) {
    const auto log = EventLog::arrange(raw);
    const BruteForce plain(rows);
    REQUIRE(log.case_count() == plain.cases.size());
    REQUIRE(log.events().size() == rows.size());
    const auto order = cases_by_name(log);
    for (std::size_t i = 0; i < order.size(); ++i) {
        CHECK(log.case_name(order[i]) == plain.cases[i].name);
        CHECK(log.span_of(order[i]).arrived == plain.cases[i].arrived());
        CHECK(log.span_of(order[i]).duration() == plain.cases[i].duration());
    }
    CHECK(log.disorder().tied == plain.tied());
    CHECK(log.disorder().out_of_order == plain.out_of_order);
    const auto zone = Zone::named("Europe/Copenhagen");
    check_graph(log, plain);
    check_variants(log, plain);
    check_months(log, plain, *zone);
    check_days(log, plain, *zone);
    check_resources(log, plain);
}

} // namespace

TEST_CASE("generated logs as CSV: the engine finds what a plain count finds, with any number of threads") {
    for (unsigned seed = 0; seed < seeds; ++seed) {
        CAPTURE(seed);
        const auto rows = LogGenerator(seed).rows();
        const auto csv = as_csv(rows, seed);
        check_all(read(csv, 1 + seed % 5 * 15), rows);
        check_all(read(packed(csv), 1 + seed % 2), rows);
    }
}

TEST_CASE("generated logs as XES: the same from both readers of XML") {
    for (unsigned seed = 0; seed < seeds; ++seed) {
        CAPTURE(seed);
        auto rows = LogGenerator(seed).rows();
        check_all(read(as_xes(rows, false), 1), rows);
        check_all(read(as_xes(rows, true), 1), rows);
        check_all(read(packed(as_xes(rows, seed % 2 == 0)), 1), rows);
    }
}

TEST_CASE("generated logs are the same for any number of threads, in all that is kept") {
    const auto rows = LogGenerator(99).rows();
    const auto csv = as_csv(rows, 99);
    const auto one = read(csv, 1);
    for (const unsigned threads : {2U, 3U, 7U, 60U}) {
        const auto many = read(csv, threads);
        REQUIRE(many.events.size() == one.events.size());
        for (std::size_t i = 0; i < one.events.size(); ++i) {
            CHECK(many.events[i].of_case == one.events[i].of_case);
            CHECK(many.events[i].activity == one.events[i].activity);
            CHECK(many.events[i].time == one.events[i].time);
        }
        CHECK(many.oddities.first(Oddity::missing_like_case).size() ==
              one.oddities.first(Oddity::missing_like_case).size());
    }
}
