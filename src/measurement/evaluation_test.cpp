#include "measurement/evaluation.hpp"

#include <doctest/doctest.h>

#include "measurement/definition.hpp"

using namespace maerkbar;
using namespace maerkbar::measurement;

namespace {

const SourceSchema contacts{
    "contacts",
    "Contacts",
    {{"channel", "Channel", ColumnType::category},
     {"waited_seconds", "Waited", ColumnType::seconds},
     {"answered", "Answered", ColumnType::yes_no},
     {"answered_day", "Answered on", ColumnType::day},
     {"cost", "Cost", ColumnType::number},
     {"working_days", "Working days", ColumnType::whole, false, WorkingDaysBetween{"day", "answered_day"}}}};

constexpr std::int64_t phone = 1;
constexpr std::int64_t letter = 2;

std::optional<std::int64_t> category(std::string_view, std::string_view text) {
    if (text == "Telefon") return phone;
    if (text == "Brev") return letter;
    return std::nullopt;
}

Condition compare(std::string column, Comparison comparison, std::vector<Operand> operands = {}) {
    return {Condition::Kind::compare, {}, std::move(column), comparison, std::move(operands)};
}

Condition all(std::vector<Condition> parts) {
    return {Condition::Kind::all, std::move(parts)};
}

Condition any(std::vector<Condition> parts) {
    return {Condition::Kind::any, std::move(parts)};
}

// channel, waited, answered, answered_day, cost × 10,000; the derived column comes empty.
FactBlock block() {
    FactBlock block(contacts.columns.size());
    block.start(UnitId{4});
    const auto add = [&](int day, std::int64_t channel, std::int64_t waited, std::int64_t answered,
                         std::int64_t answered_day, std::int64_t cost) {
        block.add(Date{day},
                  std::vector<std::int64_t>{channel, waited, answered, answered_day, cost, missing});
    };
    add(100, phone, 60, 1, 100, 5'000);
    add(100, phone, 130, 1, 100, missing);
    add(100, phone, missing, 1, 100, 15'000);
    add(100, letter, missing, 1, 104, 20'000);
    add(101, phone, 120, 0, missing, missing);
    add(103, letter, missing, missing, missing, 10'000);
    return block;
}

std::vector<DayCell> cells(Definition definition) {
    definition.source = "contacts";
    const auto compiled = compile(definition, contacts, category);
    REQUIRE_MESSAGE(compiled.ok(), compiled.error().english());
    auto facts = block();
    derive(facts, contacts, [](UnitId, Date from, Date to) { return std::int64_t{to - from}; });
    return Evaluator().cells(*compiled, facts);
}

Definition answered_within(double seconds) {
    Definition definition;
    definition.filter = compare("channel", Comparison::is, {"Telefon"});
    definition.measure.kind = MeasureKind::share;
    definition.measure.condition = all({compare("answered", Comparison::is, {true}),
                                        compare("waited_seconds", Comparison::at_most, {seconds})});
    return definition;
}

std::string code_of(const Definition& definition, std::string& field) {
    const auto compiled = compile(definition, contacts, category);
    if (compiled) return "";
    field = compiled.error().field;
    return compiled.error().code;
}

} // namespace

TEST_CASE("a share counts rows that meet the condition; what cannot be judged is left out and counted") {
    const auto found = cells(answered_within(120));
    REQUIRE(found.size() == 3);
    CHECK(found[0].day == Date{100});
    CHECK(encode(found[2].cell) == "r1"); // a letter: there is data, but none that counts
    CHECK(encode(found[0].cell) == "r4 n2 u1 s1 w2");
    CHECK(encode(found[1].cell) == "r1 n1 w1"); // waited 120, but gave up
}

TEST_CASE("unknown can count as not met") {
    auto definition = answered_within(120);
    definition.measure.unknown_is_not_met = true;
    CHECK(encode(cells(definition)[0].cell) == "r4 n3 u1 s1 w3");
}

TEST_CASE("and, or, not equal, known and unknown") {
    Definition definition;
    definition.filter = any({compare("waited_seconds", Comparison::above, {100.0}),
                             all({compare("channel", Comparison::is_not, {"Telefon"}),
                                  compare("answered", Comparison::unknown)})});
    const auto found = cells(definition);
    REQUIRE(found.size() == 3);
    CHECK(found[0].cell.count == 1);
    CHECK(found[1].cell.count == 1);
    CHECK(found[2].day == Date{103});
    definition.filter = compare("waited_seconds", Comparison::known);
    CHECK(cells(definition)[0].cell.count == 2);
    definition.filter = compare("channel", Comparison::one_of, {"Brev", "Telefon"});
    CHECK(cells(definition)[0].cell.count == 4);
}

TEST_CASE("a mean keeps exact sums of fixed point numbers") {
    Definition definition;
    definition.measure.kind = MeasureKind::mean;
    definition.measure.column = "cost";
    CHECK(encode(cells(definition)[0].cell) == "r4 n3 u1 s40000 q650000000 a5000 z20000");
    definition.measure.kind = MeasureKind::quantile;
    definition.measure.column = "waited_seconds";
    CHECK(encode(cells(definition)[0].cell) == "r4 n2 u2 s190 q20500 a60 z130 h60:1,130:1");
}

TEST_CASE("a rate counts rows or a column for a denominator") {
    Definition definition;
    definition.measure.kind = MeasureKind::rate;
    definition.measure.denominator = "cost";
    CHECK(encode(cells(definition)[0].cell) == "r4 n3 u1 s3 w40000");
    definition.measure.numerator = "waited_seconds";
    CHECK(encode(cells(definition)[0].cell) == "r4 n1 u3 s60 w5000");
}

TEST_CASE("another date basis puts facts where they belong, and tells the day they came from") {
    Definition definition;
    definition.date_basis = "answered_day";
    const auto found = cells(definition);
    REQUIRE(found.size() == 2);
    CHECK(found[0] == DayCell{Date{100}, Date{100}, Cell{.rows = 3, .count = 3}});
    CHECK(found[1] == DayCell{Date{100}, Date{104}, Cell{.rows = 1, .count = 1}});
}

TEST_CASE("derived columns follow the calendar of the unit") {
    Definition definition;
    definition.measure.kind = MeasureKind::sum;
    definition.measure.column = "working_days";
    CHECK(cells(definition)[0].cell.sum == 4);
    CHECK(cells(definition)[1].cell.unknown == 1);
}

TEST_CASE("a category nobody has used is no error but is told") {
    Definition definition;
    definition.source = "contacts";
    definition.filter = compare("channel", Comparison::is, {"Telegram"});
    const auto compiled = compile(definition, contacts, category);
    REQUIRE(compiled);
    CHECK(compiled->unseen_categories == std::vector<std::string>{"Telegram"});
    CHECK(encode(cells(definition)[0].cell) == "r4");
}

TEST_CASE("a definition that does not fit the source is refused with the place and the reason") {
    struct Case {
        const char* what;
        Definition definition;
        const char* code;
        const char* field;
    };
    const auto with = [](auto change) {
        Definition definition;
        definition.source = "contacts";
        change(definition);
        return definition;
    };
    const Case refused[] = {
        {"other source", with([](auto& d) { d.source = "cases"; }), "definition.unknown_source", "source"},
        {"no such column", with([](auto& d) { d.filter = compare("wait", Comparison::known); }),
         "definition.unknown_column", "filter"},
        {"no order", with([](auto& d) { d.filter = compare("channel", Comparison::above, {"Brev"}); }),
         "definition.no_order", "filter"},
        {"text for a number",
         with([](auto& d) { d.filter = compare("waited_seconds", Comparison::is, {"to"}); }),
         "definition.wrong_value", "filter"},
        {"no value", with([](auto& d) { d.filter = compare("waited_seconds", Comparison::at_most); }),
         "definition.one_operand", "filter"},
        {"mean of nothing", with([](auto& d) { d.measure.kind = MeasureKind::mean; }), "definition.no_column",
         "measure.column"},
        {"mean of texts", with([](auto& d) { d.measure = {.kind = MeasureKind::mean, .column = "channel"}; }),
         "definition.no_amount", "measure.column"},
        {"share of all", with([](auto& d) { d.measure.kind = MeasureKind::share; }),
         "definition.no_condition", "measure.condition"},
        {"quantile of 90",
         with([](auto& d) { d.measure = {.kind = MeasureKind::quantile, .column = "cost", .quantile = 90}; }),
         "definition.wrong_quantile", "measure.quantile"},
        {"date", with([](auto& d) { d.date_basis = "cost"; }), "definition.no_date", "date_basis"},
    };
    for (const auto& refusal : refused) {
        CAPTURE(refusal.what);
        std::string field;
        CHECK(code_of(refusal.definition, field) == refusal.code);
        CHECK(field == refusal.field);
    }
}

TEST_CASE("blocks never split a day or mix units") {
    std::vector<std::pair<std::int64_t, std::size_t>> sizes;
    BlockBuilder builder(1, [&](FactBlock& facts) { sizes.emplace_back(facts.unit().value, facts.size()); });
    const std::vector<std::int64_t> values{1};
    for (const auto unit : {UnitId{1}, UnitId{2}})
        for (int row = 0; row < 20'000; ++row)
            builder.add({unit, Date{row / 5'000}, values});
    builder.finish();
    CHECK(sizes == std::vector<std::pair<std::int64_t, std::size_t>>{
                       {1, 10'000}, {1, 10'000}, {2, 10'000}, {2, 10'000}});
}
