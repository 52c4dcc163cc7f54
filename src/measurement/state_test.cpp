#include <doctest/doctest.h>

#include "measurement/compute_cells.hpp"
#include "measurement/definition_json.hpp"
#include "measurement/fake_source.hpp"
#include "measurement/judge.hpp"
#include "measurement/sentence.hpp"
#include "measurement/series.hpp"
#include "measurement/verdict_json.hpp"

// States: added over units, never over time. That they follow any order of imports is in recompute_test.cpp.
namespace maerkbar::measurement {
namespace {

constexpr auto waiting_list =
    R"({"name":"Venteliste","source":"figures","measure":{"kind":"sum","column":"value"},"state":true,)"
    R"("unit_of_measure":"borgere","period":"quarter"})";

SourceSchema schema_with(bool may_be_states, bool lasting) {
    SourceSchema schema{
        "figures", "Figures", {{"value", "Value", ColumnType::number}, {"ended", "Ended", ColumnType::day}}};
    schema.may_be_states = may_be_states;
    if (lasting) schema.lasts_until = "ended";
    return schema;
}

Result<CompiledDefinition> compiled(std::string_view json, const SourceSchema& schema) {
    return compile(*read_definition(json), schema, [](auto, auto) { return std::nullopt; });
}

Cell state(std::int64_t value, std::int64_t units, std::int64_t late = 0) {
    Cell cell;
    cell.rows = cell.count = units;
    cell.sum = value * fixed_point;
    cell.units = units;
    cell.units_late = late;
    return cell;
}

// Twelve quarters with this many waiting; the last one as given.
Verdict judged(const Cell& last) {
    const auto definition = *read_definition(waiting_list);
    auto period = *Period::parse("2023-Q1");
    PeriodCells cells;
    for (int i = 0; i < 11; ++i, period = period.next())
        cells[period] = state(100 + 7 * (i % 3), 4);
    cells[period] = last;
    Reach reach{period.last(), true, period.last() + 20};
    static const ChartDecisions nothing;
    return judge(
        {.indicator = IndicatorId{1},
         .unit = UnitId{1},
         .definition = definition,
         .points = make_points(definition, {10'000, 1}, cells, {cells.begin()->first, period}, reach),
         .decisions = nothing,
         .today = reach.today});
}

std::string said(const Verdict& verdict, const char* code) {
    const web::Languages languages;
    const auto words =
        say(languages.get(code), *read_definition(waiting_list), verdict, *Date::from(2026, 1, 20));
    auto all = words.text();
    for (const auto& note : words.notes)
        all += " | " + note;
    return all;
}

} // namespace

TEST_CASE("a source says whether its rows can be states, and of which kind") {
    CHECK(compiled(waiting_list, schema_with(true, false))->stock == Stock::reported);
    const auto standing = compiled(waiting_list, schema_with(false, true));
    CHECK(standing->stock == Stock::standing);
    CHECK(standing->until == 1);
    CHECK(compiled(waiting_list, schema_with(false, false)).error().code == "definition.no_states");
    const auto median =
        R"({"name":"M","source":"figures","measure":{"kind":"quantile","column":"value"},"state":true})";
    CHECK(compiled(median, schema_with(true, false)).ok());
    CHECK(compiled(median, schema_with(false, true)).error().code == "definition.state_measure");
    const auto dated =
        R"({"name":"M","source":"figures","measure":{"kind":"count"},"date_basis":"ended","state":true})";
    CHECK(compiled(dated, schema_with(true, false)).error().code == "definition.state_date");
}

TEST_CASE("a definition of states is written and read, and has cells of its own") {
    auto definition = *read_definition(waiting_list);
    CHECK(definition.state);
    CHECK(*read_definition(write_definition(definition)) == definition);
    auto flow = definition;
    flow.state = false;
    CHECK_FALSE(same_cells(definition, flow));
}

TEST_CASE("what comes and goes within a day never stood, and what goes takes its value with it") {
    const auto standing = *compiled(waiting_list, schema_with(false, true));
    FactBlock block(2);
    block.start(UnitId{1});
    const Date day{100};
    block.add(day, std::vector<std::int64_t>{30'000, 110});
    block.add(day, std::vector<std::int64_t>{50'000, 90}); // ended before it began
    block.add(day, std::vector<std::int64_t>{20'000, missing});
    Evaluator evaluator;
    const auto cells = evaluator.cells(standing, block);
    REQUIRE(cells.size() == 2);
    CHECK(cells[0].day == day);
    CHECK(cells[0].cell.sum == 50'000);
    CHECK(cells[0].cell.count == 2);
    CHECK(cells[1].day == Date{110});
    CHECK(cells[1].cell.sum == -30'000);
    CHECK(*decode(encode(cells[1].cell)) == cells[1].cell);
}

TEST_CASE("the sentence says that it is how things stood at the end, and what is missing from it") {
    const auto whole = judged(state(96, 4));
    CHECK(said(whole, "da").starts_with("Venteliste: 96\u00a0borgere ved udgangen af 4. kvartal 2025."));
    CHECK(said(whole, "en").find("at the end of") != std::string::npos);
    CHECK_FALSE(whole.caution(CautionKind::missing_states));
    CHECK_FALSE(whole.caution(CautionKind::late_states));
    const auto incomplete = judged(state(70, 3, 2));
    REQUIRE(incomplete.caution(CautionKind::missing_states));
    CHECK(incomplete.caution(CautionKind::missing_states)->number == 1);
    CHECK(incomplete.caution(CautionKind::late_states)->number == 2);
    CHECK(said(incomplete, "da").find("1 enhed, der havde et tal i perioden før, har intet for") !=
          std::string::npos);
    CHECK(said(incomplete, "nb").find("Tallene for 2 enheter er eldre enn slutten av") != std::string::npos);
}

TEST_CASE("few that stand are no rare events: no chart of counts, and none of the time between") {
    const auto definition =
        *read_definition(R"({"name":"Åbne","source":"contacts","measure":{"kind":"count"},"state":true})");
    std::vector<VerdictPoint> points;
    auto period = *Period::parse("2024-01");
    for (int i = 0; i < 20; ++i, period = period.next()) {
        VerdictPoint point;
        point.period = period;
        point.value = i % 4 == 0 ? 1 : 0;
        points.push_back(point);
    }
    static const ChartDecisions nothing;
    const auto verdict = judge({.indicator = IndicatorId{1},
                                .unit = UnitId{1},
                                .definition = definition,
                                .points = points,
                                .decisions = nothing,
                                .today = period.first});
    CHECK(verdict.chart == ChartType::i);
    CHECK_FALSE(verdict.between);
}

} // namespace maerkbar::measurement
