#include "measurement/verdicts.hpp"

#include <doctest/doctest.h>

#include "measurement/definition_json.hpp"
#include "measurement/facts_behind.hpp"
#include "measurement/fake_source.hpp"
#include "measurement/recompute_jobs.hpp"
#include "measurement/turn.hpp"
#include "measurement/verdict_json.hpp"
#include "organisation/store_units.hpp"
#include "organisation/tenants.hpp"
#include "storage/testing.hpp"

using namespace maerkbar;
using namespace maerkbar::measurement;

namespace {

const Date today = *Date::from(2026, 3, 15);

template <typename T>
T expect(Result<T> result) {
    if (!result.ok()) FAIL(result.error().code << ": " << result.error().english());
    if constexpr (!std::is_void_v<T>) return std::move(result).value();
}

template <typename Work>
auto write(storage::Database& database, Work work) {
    return expect(database.write(storage::testing::some_actor(),
                                 [&](storage::Transaction& transaction) { return work(transaction); }));
}

Result<UnitId> open_team(storage::Transaction& transaction) {
    organisation::NewUnit team;
    team.name = "Telefonteam";
    team.parent = UnitId{1};
    team.level = organisation::LevelId{4};
    return organisation::add_unit(transaction, transaction.actor().tenant, team);
}

constexpr auto answered =
    R"({"name":"Telefon","source":"contacts","direction":"higher","format":"percent","measure":{"kind":"share",)"
    R"("condition":{"column":"waited","op":"at_most","value":120}}})";

// A municipality with one team, one share indicator and calls on every day of January to 10 March 2026: in
// January 3 of 4 answered within two minutes, later every one.
class Borgerservice {
  public:
    explicit Borgerservice(storage::Database& the_database) : database(the_database), trees(the_database) {
        root = write(database, [](auto& transaction) {
                   return organisation::create_tenant(transaction, {"Fjordby"});
               }).root;
        write(database,
              [](auto& transaction) { return create_indicator(transaction, *read_definition(answered)); });
        team = write(database, open_team);
        source.imports.push_back({1, true, {}, calls()});
        expect(recompute_definition(database, actor, sources, IndicatorId{1}, {}));
    }

    std::shared_ptr<const Verdict> ask(const VerdictQuestion& question) {
        return expect(verdicts.get(actor.tenant, question, today));
    }

    storage::Database& database;
    storage::Actor actor = storage::testing::some_actor();
    measurement::testing::FakeSource source;
    SourceList sources{{&source}};
    organisation::UnitTreeCache trees;
    Verdicts verdicts{database, trees, sources};
    UnitId root;
    UnitId team;

  private:
    decltype(measurement::testing::Import::facts) calls() const {
        decltype(measurement::testing::Import::facts) facts;
        for (auto day = *Date::from(2026, 1, 1); day <= *Date::from(2026, 3, 10); day = day + 1)
            for (int call = 0; call < 4; ++call)
                facts.push_back({team, {day, {1, call == 0 && day.month() == 1 ? 300 : 60, missing}}});
        return facts;
    }
};

} // namespace

TEST_CASE("the number of a verdict can be counted by hand, at every level of the tree") {
    storage::testing::for_each_database([](storage::Database& database) {
        Borgerservice town(database);
        for (const auto unit : {town.team, town.root}) {
            const auto verdict = town.ask({IndicatorId{1}, unit});
            REQUIRE(verdict->points.size() == 3);
            CHECK(verdict->points[0].numerator == 93); // 31 days × 3
            CHECK(verdict->points[0].denominator == 124);
            CHECK(verdict->points[0].value == 0.75);
            CHECK(verdict->points[2].state == PeriodState::running);
            CHECK(verdict->latest_point()->period.code() == "2026-02");
            CHECK(verdict->latest_point()->value == 1.0);
        }
    });
}

TEST_CASE("a verdict as of an earlier month, by week, and of a unit that does not exist") {
    storage::testing::for_each_database([](storage::Database& database) {
        Borgerservice town(database);
        CHECK(town.ask({IndicatorId{1}, town.team, {}, Period::parse("2026-01")})->latest_point()->value ==
              0.75);
        const auto weekly = town.ask({IndicatorId{1}, town.root, PeriodKind::week});
        CHECK(weekly->latest_point()->period.code() == "2026-W10");
        CHECK(weekly->latest_point()->denominator == 28);
        const auto missing_unit = town.verdicts.get(town.actor.tenant, {IndicatorId{1}, UnitId{99}}, today);
        CHECK(missing_unit.error().code == "unit.unknown");
        const auto missing_indicator =
            town.verdicts.get(town.actor.tenant, {IndicatorId{9}, town.team}, today);
        CHECK(missing_indicator.error().code == "indicator.unknown");
    });
}

TEST_CASE("a verdict is kept as long as nothing changes, and made anew when something does") {
    storage::testing::for_each_database([](storage::Database& database) {
        Borgerservice town(database);
        const VerdictQuestion question{IndicatorId{1}, town.team};
        const auto first = town.ask(question);
        CHECK(town.ask(question) == first); // the same object
        write(database, [&](auto& transaction) {
            return set_target(transaction, IndicatorId{1}, {town.root, Date{0}, {}, Target{0.8}});
        });
        const auto second = town.ask(question);
        CHECK(second != first);
        CHECK(second->target_status == TargetStatus::kept); // inherited from the municipality
    });
}

TEST_CASE("what a change drops is made again while nothing else is to be done, and nothing more") {
    storage::testing::for_each_database([](storage::Database& database) {
        Borgerservice town(database);
        const VerdictQuestion question{IndicatorId{1}, town.root};
        const auto snapshot = [&] {
            return expect(database.read([&](storage::Connection& connection) {
                return town.verdicts.now(connection, town.actor.tenant, today);
            }));
        };
        CHECK_FALSE(expect(town.verdicts.warm(today))); // nobody has asked yet
        const auto before = town.ask(question);
        write(database, [&](auto& transaction) {
            return set_target(transaction, IndicatorId{1}, {town.root, Date{0}, {}, Target{0.8}});
        });
        CHECK_FALSE(snapshot()->knows(question));
        CHECK_FALSE(expect(town.verdicts.warm(today))); // one was dropped; no more are left
        REQUIRE(snapshot()->knows(question));
        CHECK_FALSE(snapshot()->knows({IndicatorId{1}, town.team}));
        CHECK(town.ask(question) != before);
        CHECK(town.ask(question)->target_status == TargetStatus::kept);
    });
}

TEST_CASE(
    "work that was done before an interruption is not done again, and an abandoned version is given up") {
    storage::testing::for_each_database([](storage::Database& database) {
        Borgerservice town(database);
        expect(recompute_definition(database, town.actor, town.sources, IndicatorId{1}, {}));
        write(database,
              [&](auto& transaction) { return open_version(transaction, town.actor.tenant, "import"); });
        expect(recompute_tree(database, town.actor, town.sources, Date{0}, {}));
        CHECK(town.ask({IndicatorId{1}, town.root})->latest_point()->value == 1.0);
    });
}

TEST_CASE("while another program computes, nothing is done and nothing fails for good") {
    storage::testing::for_each_database([](storage::Database& database) {
        Borgerservice town(database);
        auto turn = expect(take_turn(database, town.actor));
        const auto busy = recompute_tree(database, town.actor, town.sources, Date{0}, {});
        CHECK(busy.error().kind == ErrorKind::unavailable);
        CHECK(is_in_line(busy.error()));
        turn.reset();
        expect(recompute_tree(database, town.actor, town.sources, Date{0}, {}));
    });
}

TEST_CASE("the rows behind a value are those it was counted from") {
    storage::testing::for_each_database([](storage::Database& database) {
        Borgerservice town(database);
        const auto behind = expect(database.read([&](storage::Connection& connection) -> Result<FactsBehind> {
            const auto tree = TRY(town.trees.get(connection, town.actor.tenant));
            const auto asked = TRY(indicator(connection, town.actor.tenant, IndicatorId{1}));
            return facts_behind(connection, town.actor.tenant, town.sources, *tree, asked,
                                {town.root, *Period::parse("2026-01"), 100});
        }));
        CHECK(behind.columns == std::vector<std::string>{"channel", "waited", "answered_day"});
        REQUIRE(behind.rows.size() == 100); // of 124
        CHECK(behind.more);
        CHECK(behind.rows[0].unit == town.team);
        CHECK(behind.rows[0].values == std::vector<std::string>{"Telefon", "300", ""});
    });
}

TEST_CASE("a changed definition is counted by a background job, and the old results stay until it is done") {
    storage::testing::for_each_database([](storage::Database& database) {
        Borgerservice town(database);
        write(database, [](auto& transaction) -> Result<NewEdition> {
            auto definition = TRY(read_definition(answered));
            definition.measure.condition.operands = {30.0};
            const auto edition = TRY(change_indicator(transaction, IndicatorId{1}, definition));
            TRY(submit_definition(transaction, edition.indicator));
            TRY(submit_cleaning(transaction));
            return edition;
        });
        const VerdictQuestion question{IndicatorId{1}, town.team};
        CHECK(town.ask(question)->latest_point()->value == 1.0);
        storage::JobRunner runner(database, {}, job_handlers(database, town.sources));
        CHECK(expect(runner.run_next()));
        CHECK(town.ask(question)->latest_point()->value == 0.0);
        CHECK(expect(runner.run_next()));
        CHECK_FALSE(expect(runner.run_next()));
        CHECK(town.ask(question)->latest_point()->value == 0.0);
    });
}

TEST_CASE("the JSON of a verdict has the stable names") {
    storage::testing::for_each_database([](storage::Database& database) {
        Borgerservice town(database);
        const auto json = write_verdict(*town.ask({IndicatorId{1}, town.team}), "Alle.");
        CHECK(json.starts_with(
            R"({"indicator":1,"unit":2,"period":"month","tag":"too_few","sentence":"Alle.","latest":)"
            R"({"period":"2026-02","state":"complete","value":1E0,"numerator":1.12E2,"denominator":)"));
        CHECK(
            json.find(
                R"("chart":{"type":"run","reason":"few_points","phases":[{"first":"2026-01","last":"2026-03",)"
                R"("points":2,"centre":8.75E-1,"useful":2,"longest_run":1,"longest_run_limit":4,"crossings":1,)"
                R"("crossings_limit":0}]})") != std::string::npos);
        CHECK(json.find(R"({"kind":"running_period","number":1E0,"periods":["2026-03"]})") !=
              std::string::npos);
    });
}

TEST_CASE("facts older than the look-back still have their chart, which ends where they end") {
    storage::testing::for_each_database([](storage::Database& database) {
        Borgerservice town(database);
        const auto years_later = *Date::from(2031, 5, 1);
        const auto verdict =
            expect(town.verdicts.get(town.actor.tenant, {IndicatorId{1}, town.root}, years_later));
        REQUIRE(verdict->points.size() == 4);
        CHECK(verdict->latest_point()->period.code() == "2026-03");
        CHECK(verdict->tag == Tag::old);
    });
}

TEST_CASE("a change drops the verdicts that it touches, and no others") {
    storage::testing::for_each_database([](storage::Database& database) {
        Borgerservice town(database);
        const VerdictQuestion of_team{IndicatorId{1}, town.team};
        const VerdictQuestion of_root{IndicatorId{1}, town.root};
        const auto change = [&](auto work) {
            const auto team = town.ask(of_team);
            const auto root = town.ask(of_root);
            write(database, work);
            return std::pair(town.ask(of_team) != team, town.ask(of_root) != root);
        };
        const ChartKey chart{IndicatorId{1}, town.team};
        CHECK(change([&](auto& transaction) {
                  return add_note(transaction, {{}, chart, *Date::from(2026, 2, 1), false, "Ny telefontid"});
              }) == std::pair(false, false));
        CHECK(change([&](auto& transaction) {
                  return set_target(transaction, IndicatorId{1}, {town.team, Date{0}, {}, Target{0.8}});
              }) == std::pair(true, false));
        CHECK(change([&](auto& transaction) {
                  return decide(transaction,
                                {{}, chart, DecisionKind::excluded, *Period::parse("2026-01"), "Flytning"});
              }) == std::pair(true, false));
        CHECK(change([&](auto& transaction) {
                  return set_target(transaction, IndicatorId{1}, {town.root, Date{0}, {}, Target{0.9}});
              }) == std::pair(true, true)); // what lies beneath has it too, where it has none of its own
        CHECK(change([&](auto& transaction) -> Result<NewEdition> {
                  return change_indicator(
                      transaction, IndicatorId{1},
                      TRY(read_definition(std::string(answered).replace(9, 7, "Opkald"))));
              }) == std::pair(true, true));
        CHECK(change([&](auto& transaction) -> Result<NewEdition> {
                  return create_indicator(transaction, TRY(read_definition(answered)));
              }) == std::pair(false, false));
    });
}

TEST_CASE("new cells drop the verdicts of their units and of those above") {
    storage::testing::for_each_database([](storage::Database& database) {
        Borgerservice town(database);
        const auto other = write(database, open_team);
        const VerdictQuestion of_team{IndicatorId{1}, town.team};
        const VerdictQuestion of_root{IndicatorId{1}, town.root};
        const VerdictQuestion of_other{IndicatorId{1}, other};
        const auto team = town.ask(of_team);
        const auto root = town.ask(of_root);
        const auto none = town.ask(of_other);
        town.source.imports.push_back(
            {2, true, {}, {{town.team, {*Date::from(2026, 1, 5), {1, 300, missing}}}}});
        const auto version = write(database, [&](auto& transaction) {
            return open_version(transaction, town.actor.tenant, "import");
        });
        const UnitDays days[] = {{town.team, *Date::from(2026, 1, 5), *Date::from(2026, 1, 5)}};
        expect(recompute(database, town.actor, version, town.source, {town.actor.tenant}, days, {}));
        write(database, [&](auto& transaction) { return publish(transaction, town.actor.tenant, version); });
        CHECK(town.ask(of_team) != team);
        CHECK(town.ask(of_team)->points[0].denominator == 125);
        CHECK(town.ask(of_root)->points[0].denominator == 125);
        CHECK(town.ask(of_root) != root);
        CHECK(town.ask(of_other) == none);
    });
}
