#include "measurement/decision_store.hpp"

#include <doctest/doctest.h>

#include "measurement/indicator_store.hpp"
#include "measurement/judge_fixture.hpp"
#include "measurement/target_store.hpp"
#include "storage/testing.hpp"

using namespace maerkbar;
using namespace maerkbar::measurement;

namespace {

const TenantId tenant{1};

template <typename Work>
auto write(storage::Database& database, Work work) {
    auto result = database.write(storage::testing::some_actor(), work);
    REQUIRE_MESSAGE(result.ok(), result.error().english());
    if constexpr (!std::is_void_v<decltype(result.value())>) return *result;
}

template <typename Read>
auto read(storage::Database& database, Read work) {
    auto result = database.read(work);
    REQUIRE_MESSAGE(result.ok(), result.error().english());
    return *result;
}

IndicatorId make_indicator(storage::Database& database) {
    return write(database,
                 [](storage::Transaction& transaction) {
                     return create_indicator(transaction, measurement::testing::phone_answered());
                 })
        .indicator;
}

Date day(const char* iso) {
    return *Date::parse_iso(iso);
}

} // namespace

TEST_CASE("a new target ends the one before it") {
    storage::testing::for_each_database([](storage::Database& database) {
        const auto indicator = make_indicator(database);
        const auto set = [&](const char* from, double low) {
            return write(database, [&](storage::Transaction& transaction) {
                return set_target(transaction, indicator, {UnitId{1}, day(from), {}, Target{low}});
            });
        };
        set("2025-01-01", 0.8);
        const auto second = set("2026-01-01", 0.85);
        auto stored =
            read(database, [&](auto& connection) { return targets(connection, tenant, indicator); });
        REQUIRE(stored.size() == 2);
        CHECK(stored[0].span.to == day("2026-01-01"));
        CHECK_FALSE(stored[1].span.to);
        CHECK(stored[1].span.target.low == 0.85);
        write(database,
              [&](storage::Transaction& transaction) { return remove_target(transaction, second); });
        stored = read(database, [&](auto& connection) { return targets(connection, tenant, indicator); });
        CHECK(stored.size() == 1);
    });
}

TEST_CASE("a target without an end, upside down or ending before it begins is refused") {
    storage::testing::for_each_database([](storage::Database& database) {
        const auto indicator = make_indicator(database);
        const auto code = [&](const TargetSpan& span) {
            return database
                .write(storage::testing::some_actor(),
                       [&](storage::Transaction& transaction) {
                           return set_target(transaction, indicator, span);
                       })
                .error()
                .code;
        };
        CHECK(code({UnitId{1}, day("2026-01-01"), {}, {}}) == "target.empty");
        CHECK(code({UnitId{1}, day("2026-01-01"), {}, {2.0, 1.0}}) == "target.band");
        CHECK(code({UnitId{1}, day("2026-01-01"), day("2025-01-01"), {1.0}}) == "target.days");
    });
}

TEST_CASE("decisions about a chart are kept with their reason, and can be taken back") {
    storage::testing::for_each_database([](storage::Database& database) {
        const ChartKey chart{make_indicator(database), UnitId{3}};
        const auto make = [&](DecisionKind kind, const char* period) {
            return write(database, [&](storage::Transaction& transaction) {
                return decide(transaction, {{}, chart, kind, *Period::parse(period), "Ny telefontid"});
            });
        };
        const auto version =
            read(database, [](auto& connection) { return data_version(connection, tenant); });
        const auto phase = make(DecisionKind::phase, "2026-W18");
        make(DecisionKind::excluded, "2026-03");
        make(DecisionKind::frozen, "2025-10");
        make(DecisionKind::frozen, "2025-12");
        CHECK(read(database, [](auto& connection) { return data_version(connection, tenant); }) ==
              version + 4);
        auto all = read(database, [](auto& connection) { return all_decisions(connection, tenant); })[chart];
        REQUIRE(all.phases.size() == 1);
        CHECK(all.phases[0].reason == "Ny telefontid");
        CHECK(all.excluded == std::vector{*Period::parse("2026-03")});
        CHECK(all.frozen_until == std::vector{*Period::parse("2025-12")});
        write(database, [&](storage::Transaction& transaction) { return take_back(transaction, phase); });
        CHECK(read(database, [&](auto& connection) { return decisions(connection, tenant, chart); }).size() ==
              2);
        const auto unexplained =
            database.write(storage::testing::some_actor(), [&](storage::Transaction& transaction) {
                return decide(transaction, {{}, chart, DecisionKind::phase, *Period::parse("2026-01"), " "});
            });
        CHECK(unexplained.error().code == "decision.no_reason");
    });
}

TEST_CASE("notes come in order of day") {
    storage::testing::for_each_database([](storage::Database& database) {
        const ChartKey chart{make_indicator(database), UnitId{3}};
        for (const auto* on : {"2026-05-01", "2026-02-01"})
            write(database, [&](storage::Transaction& transaction) {
                return add_note(transaction, {{}, chart, day(on), true, "Flere på telefonen"});
            });
        const auto found = read(database, [&](auto& connection) { return notes(connection, tenant, chart); });
        REQUIRE(found.size() == 2);
        CHECK(found[0].day == day("2026-02-01"));
        CHECK(found[0].intervention);
        write(database,
              [&](storage::Transaction& transaction) { return remove_note(transaction, found[0].id); });
        CHECK(read(database, [&](auto& connection) { return notes(connection, tenant, chart); }).size() == 1);
    });
}
