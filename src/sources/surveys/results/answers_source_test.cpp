#include "sources/surveys/results/answers_source.hpp"

#include <doctest/doctest.h>

#include <algorithm>

#include "measurement/definition_json.hpp"
#include "measurement/facts_behind.hpp"
#include "measurement/indicator_store.hpp"
#include "measurement/recompute_jobs.hpp"
#include "measurement/target_store.hpp"
#include "measurement/verdicts.hpp"
#include "sources/surveys/results/slice.hpp"
#include "sources/surveys/results/testing.hpp"

using namespace maerkbar;
using namespace maerkbar::surveys;
using namespace maerkbar::surveys::results;
using results::testing::Town;
namespace ms = measurement;

namespace {

constexpr std::string_view happy = R"({"satisfied":5})";
constexpr std::string_view sad = R"({"satisfied":2})";
const Date today = *Date::parse_iso("2026-04-08");

// A town whose satisfaction is an indicator.
struct Measured : Town {
    AnswersSource source;
    ms::SourceList sources{{&source}};
    organisation::UnitTreeCache trees;
    ms::Verdicts verdicts;
    IndicatorId indicator;

    explicit Measured(storage::Database& the_database)
        : Town(the_database), trees(the_database), verdicts(the_database, trees, sources) {
        const auto definition = surveys::testing::sample();
        indicator = add(proposed_indicator(survey, definition, *headline(definition)));
    }

    IndicatorId add(const ms::Definition& definition) {
        const auto made = write([&](storage::Transaction& t) -> Result<IndicatorId> {
                              const auto created = TRY(ms::create_indicator(t, definition));
                              TRY(t.audit({"indicator.created", "indicator", "1"}));
                              return created.indicator;
                          }).value();
        (void)ms::recompute_definition(database, actor, sources, made, [](std::int64_t, std::int64_t) {});
        return made;
    }

    std::shared_ptr<const ms::Verdict> verdict(UnitId unit, std::optional<PeriodKind> kind = {}) {
        return verdicts.get(actor.tenant, {indicator, unit, kind}, today).value();
    }

    std::string refusal(std::string_view json) {
        const auto definition = ms::read_definition(json).value();
        const auto checked =
            read([&](storage::Connection& c) { return source.check(c, actor.tenant, definition); });
        return checked.ok() ? "" : checked.error().code;
    }
};

} // namespace

TEST_CASE("a verdict on survey answers stands on what was released, and knows its interval") {
    storage::testing::for_each_database([](storage::Database& database) {
        Measured town(database);
        const auto north = town.link(town.north);
        town.answer(north, "2026-01-07", 45, happy);
        town.answer(north, "2026-01-07", 5, sad);
        town.answer(north, "2026-02-04", 2, happy);
        town.answer(north, "2026-02-04", 1, sad);
        town.answer(north, "2026-03-04", 12, happy);
        town.answer(north, "2026-03-04", 5, sad);
        town.release("2026-04-08");
        (void)town
            .write([&](storage::Transaction& t) {
                return ms::set_target(t, town.indicator,
                                      {town.root, *Date::parse_iso("2025-01-01"), {}, {0.8, std::nullopt}});
            })
            .value();
        const auto verdict = town.verdict(town.north);
        REQUIRE(verdict->points.size() == 3);
        CHECK(verdict->points[0].value == 0.9);
        CHECK(verdict->points[1].state == ms::PeriodState::hidden);
        CHECK(verdict->points[1].fewer_than == 5);
        CHECK_FALSE(verdict->points[1].value);
        CHECK(verdict->points[1].count == 0);
        // The quarter less the other two months would be those three: March is hidden with them.
        CHECK(verdict->points[2].state == ms::PeriodState::hidden);
        CHECK_FALSE(verdict->points[2].fewer_than);
        CHECK(verdict->target_status == ms::TargetStatus::undecided); // 45 of 50 may be chance
        CHECK(verdict->interval.has_value());
        CHECK(verdict->caution(ms::CautionKind::hidden_periods) != nullptr);
        // The whole is released as well; the new release is seen without starting the program anew.
        town.answer(north, "2026-04-01", 300, happy);
        town.answer(north, "2026-04-01", 10, sad);
        town.release("2026-05-06");
        const auto later =
            town.verdicts.get(town.actor.tenant, {town.indicator, town.root}, *Date::parse_iso("2026-05-06"))
                .value();
        CHECK(later->target_status == ms::TargetStatus::met);
    });
}

TEST_CASE("facts and cells of survey answers exist nowhere in measurement") {
    storage::testing::for_each_database([](storage::Database& database) {
        Measured town(database);
        town.answer(town.link(town.north), "2026-01-07", 3, sad);
        town.release("2026-04-08");
        int facts = 0;
        CHECK(town.read([&](storage::Connection& c) {
                      return town.source.facts(c, {town.actor.tenant},
                                               {town.north, *Date::parse_iso("2025-01-01"), today},
                                               [&](const ms::Fact&) { ++facts; });
                  })
                  .ok());
        CHECK(facts == 0);
        CHECK(town.read([](storage::Connection& c) { return c.number("select count(*) from day_cell"); })
                  .value() == 0);
        const auto behind = town.read([&](storage::Connection& c) -> Result<ms::FactsBehind> {
            const auto indicator = TRY(ms::indicator(c, town.actor.tenant, town.indicator));
            const auto tree = TRY(organisation::read_units(c, town.actor.tenant));
            return ms::facts_behind(c, town.actor.tenant, town.sources, tree, indicator,
                                    {town.root, *Period::parse("2026-01")});
        });
        REQUIRE_FALSE(behind.ok());
        CHECK(behind.error().code == "measurement.protected");
        CHECK_FALSE(town.verdict(town.north)->latest);
    });
}

TEST_CASE("a mean of few answers has an interval that assumes the worst") {
    storage::testing::for_each_database([](storage::Database& database) {
        Measured town(database);
        town.answer(town.link(town.north), "2026-01-07", 5, happy);
        town.answer(town.link(town.north), "2026-01-07", 1, sad);
        town.release("2026-04-08");
        auto definition = proposed_indicator(town.survey, surveys::testing::sample(),
                                             *headline(surveys::testing::sample()));
        definition.measure = {ms::MeasureKind::mean};
        definition.measure.column = "answer";
        definition.format = ms::NumberFormat::number;
        town.indicator = town.add(definition);
        const auto verdict = town.verdict(town.north);
        REQUIRE(verdict->latest_point() != nullptr);
        CHECK(*verdict->latest_point()->value == doctest::Approx(27.0 / 6));
        REQUIRE(verdict->interval);
        CHECK(verdict->interval->high - verdict->interval->low > 2);
    });
}

TEST_CASE("indicators that ask for slices that are not released are refused") {
    storage::testing::for_each_database([](storage::Database& database) {
        Measured town(database);
        const auto of = [](std::string filter, std::string measure, std::string period = "month") {
            return R"({"name":{"da":"X"},"source":"survey_answers","filter":)" + filter + R"(,"measure":)" +
                   measure + R"(,"period":")" + period + R"("})";
        };
        const std::string question =
            R"({"column":"question","op":"is","value":"1/satisfied: Er du tilfreds?"})";
        const std::string share =
            R"({"kind":"share","condition":{"column":"answer","op":"at_least","value":4}})";
        CHECK(town.refusal(of(question, share)).empty());
        CHECK(town.refusal(of(R"({"column":"question","op":"is","value":"1/unheard"})", share)) ==
              "survey.slice_question");
        CHECK(town.refusal(of(question, share, "week")) == "survey.slice_period");
        CHECK(town.refusal(of(question, R"({"kind":"maximum","column":"answer"})")) ==
              "survey.slice_measure");
        CHECK(town.refusal(
                  of(question, R"({"kind":"share","condition":{"column":"answer","op":"is","value":4}})")) ==
              "survey.slice_measure");
        CHECK(town.refusal(of(R"({"column":"answer","op":"above","value":2})", share)) ==
              "survey.slice_filter");
        CHECK(town.refusal(of(
                  R"({"any":[)" + question + R"(,{"column":"contact_point","op":"is","value":"Skranke"}]})",
                  share)) == "survey.slice_filter");
        const std::string at_desk =
            R"({"all":[)" + question + R"(,{"column":"contact_point","op":"is","value":"Skranke"}]})";
        CHECK(town.refusal(of(at_desk, share)) == "survey.slice_period");
        CHECK(town.refusal(of(at_desk, share, "quarter")).empty());
    });
}
