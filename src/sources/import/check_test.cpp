#include "sources/import/check.hpp"

#include <doctest/doctest.h>

namespace maerkbar::sources {
namespace {

Source calls() {
    measurement::SourceSchema schema{"calls", "Calls", {}};
    schema.columns = {{"second", "Time of day", measurement::ColumnType::second},
                      {"channel", "Channel", measurement::ColumnType::category},
                      {"waited", "Waiting time", measurement::ColumnType::seconds},
                      {"answered", "Answered", measurement::ColumnType::yes_no},
                      {"cost", "Cost", measurement::ColumnType::number}};
    return {schema,
            "fact_call",
            {{"when", "Date", FieldKind::when, true, "", {"dato", "tidspunkt"}},
             {"unit", "Unit", FieldKind::unit, true, "", {"enhed", "kø"}},
             {"channel", "Channel", FieldKind::category, false, "channel", {"kanal"}},
             {"waited", "Waiting time", FieldKind::seconds, false, "waited", {"ventetid"}},
             {"answered", "Answered", FieldKind::yes_no, false, "answered", {"besvaret"}},
             {"cost", "Cost", FieldKind::number, false, "cost", {"pris"}},
             {"row_id", "Row id", FieldKind::row_id, false, "", {"id"}},
             {"citizen", "Citizen", FieldKind::pseudonym, false, "", {}}}};
}

// One unit “BS” that opened in 2024.
struct OneUnit : Lookup {
    std::optional<UnitId> unit(std::string_view text, Date day) override {
        if (text == "BS" && day >= *Date::from(2024, 1, 1)) return UnitId{3};
        return std::nullopt;
    }
    std::int64_t category(std::size_t, std::string_view text) override { return text == "Telefon" ? 1 : 2; }
    std::string keyed_hash(std::string_view) override { return "hash"; }
};

const DateLimits limits{*Date::from(1990, 1, 1), *Date::from(2027, 12, 31)};

CheckReport check(const std::string& csv, Mapping mapping, std::vector<FactRow>* facts = nullptr) {
    auto file = tables::TableFile::open_bytes(csv, mapping.reading);
    REQUIRE(file.ok());
    if (mapping.fields.empty()) mapping.fields = guess_mapping(calls(), *file).fields;
    REQUIRE(check_mapping(calls(), mapping, *file).empty());
    OneUnit lookup;
    const auto keep = [&](FactRow& row) -> Result<void> {
        if (facts) facts->push_back(row);
        return {};
    };
    auto report = read_rows(calls(), mapping, *file, lookup, limits, keep);
    REQUIRE(report.ok());
    return *report;
}

TEST_CASE("a phone system's extract is read as it is") {
    std::vector<FactRow> facts;
    const auto report = check(
        "Tidspunkt;K\xf8;Kanal;Ventetid;Besvaret;Pris\r\n"
        "03-02-2026 09:05:10;BS;Telefon;00:01:30;Ja;1.204,50\r\n"
        "03-02-2026 09:06:00;BS;Mail;;Nej;\r\n",
        {}, &facts);
    CHECK(report.good == 2);
    CHECK(report.bad == 0);
    REQUIRE(facts.size() == 2);
    CHECK(facts[0].day.iso() == "2026-02-03");
    CHECK(facts[0].unit == UnitId{3});
    CHECK(facts[0].values == std::vector<std::int64_t>{9 * 3600 + 310, 1, 90, 1, 12'045'000});
    CHECK(facts[1].values[2] == measurement::missing);
    CHECK(report.days == std::vector{measurement::UnitDays{UnitId{3}, facts[0].day, facts[0].day}});
}

TEST_CASE("every error of a bad row is reported with line, column and a cleaned value") {
    const auto report = check(
        "Dato;Enhed;Ventetid;Besvaret\n"
        "2026-02-30;BS;10;ja\n"
        "2026-02-03;XX;en evighed;måske 010190-1234\n"
        "2023-12-31;BS;10;ja\n"
        ";BS;10;ja\n"
        "2062-01-01;BS;10;ja\n"
        "2026-02-03;BS;10;ja\n",
        {.fields = {}, .personal_numbers = {{"Besvaret", PersonalNumberRule::leave_out}}});
    CHECK(report.good == 1);
    CHECK(report.bad == 5);
    std::vector<std::string> seen;
    for (const auto& error : report.errors)
        seen.push_back(std::to_string(error.line) + " " + error.column + " " + error.error.code);
    CHECK(seen == std::vector<std::string>{"2 Dato import.not_a_date", "3 Enhed import.unknown_unit",
                                           "3 Ventetid import.not_a_duration",
                                           "3 Besvaret import.not_yes_or_no", "4 Enhed import.unknown_unit",
                                           "5 Dato import.value_missing", "6 Dato import.date_unlikely"});
    for (const auto& error : report.errors)
        CHECK(error.error.english().find("010190") == std::string::npos);
    CHECK(report.unknown_units == std::set<std::string>{"BS", "XX"});
}

TEST_CASE("personal numbers stop the import until somebody decides about the column") {
    const std::string csv =
        "Dato;Enhed;Borger;Notat\n"
        "2026-02-03;BS;010190-1234;\n"
        "2026-02-04;BS;311299-0007;ringede om 010190-1234 og var meget tilfreds\n";
    const Mapping mapping{.fields = {{"when", {"Dato"}}, {"unit", {"Enhed"}}}};
    const auto report = check(csv, mapping);
    CHECK_FALSE(report.importable());
    REQUIRE(report.personal_numbers.size() == 2);
    CHECK(report.personal_numbers[0].column == "Borger");
    CHECK(report.personal_numbers[0].lines == std::vector<std::size_t>{2, 3});
    CHECK(report.personal_numbers[1].free_text);

    auto pseudonym = mapping;
    pseudonym.fields["citizen"] = {"Borger"};
    pseudonym.personal_numbers["Notat"] = PersonalNumberRule::leave_out;
    std::vector<FactRow> facts;
    CHECK(check(csv, pseudonym, &facts).importable());
    CHECK(facts.front().pseudonym == "hash");

    auto declared = mapping;
    declared.personal_numbers = {{"Borger", PersonalNumberRule::not_personal},
                                 {"Notat", PersonalNumberRule::not_personal}};
    const auto still = check(csv, declared);
    REQUIRE(still.personal_numbers.size() == 1); // running text is never declared harmless
    CHECK(still.personal_numbers[0].column == "Notat");
}

TEST_CASE("equal rows are two contacts, equal row ids in one file are a mistake") {
    CHECK(check("Dato;Enhed\n2026-02-03;BS\n2026-02-03;BS\n", {}).good == 2);
    const auto report = check("Dato;Enhed;ID\n2026-02-03;BS;7\n2026-02-03;BS;7\n", {});
    CHECK(report.good == 1);
    REQUIRE(report.errors.size() == 1);
    CHECK(report.errors[0].error.code == "import.row_id_repeated");
}

TEST_CASE("a number can be one column less another, and a field the same text in every row") {
    std::vector<FactRow> facts;
    const Mapping mapping{.fields = {{"when", {"period"}},
                                     {"unit", {.column = "", .minus = {}, .constant = "BS"}},
                                     {"cost", {.column = "attendances", .minus = {"breaches"}}}}};
    check("period,attendances,breaches\n2026-02-01,212,12\n", mapping, &facts);
    REQUIRE(facts.size() == 1);
    CHECK(facts[0].values[4] == 200 * measurement::fixed_point);
}

TEST_CASE("mappings survive being saved, and nonsense is refused") {
    Mapping mapping{
        .fields = {{"when", {"Dato"}}, {"cost", {.column = "a", .minus = {"b"}, .constant = "0"}}},
        .personal_numbers = {{"Tlf", PersonalNumberRule::not_personal}},
        .units = {{"Kø 1", "BS"}}};
    mapping.reading.separator = ';';
    mapping.reading.encoding = tables::Encoding::windows_1252;
    mapping.reading.header_line = 3;
    const auto copy = Mapping::from_json(mapping.to_json());
    REQUIRE(copy.ok());
    CHECK(copy->to_json() == mapping.to_json());
    CHECK(copy->fields == mapping.fields);
    for (const auto* text : {"", "[]", "{", "{\"fields\":3}", "null"})
        CHECK(Mapping::from_json(text).error().code == "import.bad_mapping");
}

TEST_CASE("a mapping names what it lacks") {
    auto file = tables::TableFile::open_bytes("Dato;Andet\n2026-02-03;x\n");
    REQUIRE(file.ok());
    const auto errors =
        check_mapping(calls(), {.fields = {{"when", {"Datoen"}}, {"hvad", {"Andet"}}}}, *file);
    std::vector<std::string> codes;
    for (const auto& error : errors)
        codes.push_back(error.code + " " + error.field);
    CHECK(codes == std::vector<std::string>{"import.no_such_column when", "import.field_not_mapped unit",
                                            "import.no_such_field hvad"});
}

} // namespace
} // namespace maerkbar::sources
