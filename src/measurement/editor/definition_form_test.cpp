#include "measurement/editor/definition_form.hpp"

#include <doctest/doctest.h>

#include "measurement/definition_json.hpp"

using namespace maerkbar;
using namespace maerkbar::measurement;

namespace {

const SourceSchema schema{"contacts",
                          "Contacts",
                          {{"channel", "Channel", ColumnType::category},
                           {"waited", "Waiting time", ColumnType::seconds},
                           {"answered", "Answered", ColumnType::yes_no},
                           {"answered_day", "Answered on", ColumnType::day}}};

Definition read(std::string_view json) {
    const auto definition = read_definition(json);
    REQUIRE(definition.ok());
    return *definition;
}

// Through the form and back again.
Definition returned(const Definition& definition) {
    const auto fields = fields_of(definition, schema, "en");
    web::Form form(fields);
    auto back = read_definition_form(form, schema, definition);
    CHECK(form.ok());
    return back;
}

} // namespace

TEST_CASE("a definition goes through the form unchanged") {
    const auto share = read(
        R"({"name":{"da":"Telefon","en":"Phone"},"phrase":{"da":"af opkaldene"},"source":"contacts",)"
        R"("filter":{"column":"channel","op":"one_of","value":["Telefon","Brev"]},"measure":{"kind":"share",)"
        R"("condition":{"all":[{"column":"answered","op":"is","value":true},)"
        R"({"column":"waited","op":"at_most","value":120.5},{"column":"answered_day","op":"known"}]},)"
        R"("unknown_is_not_met":true},"date_basis":"answered_day","direction":"higher","period":"quarter",)"
        R"("chart":"i_prime","format":"percent","decimals":1,"sample":true})");
    CHECK(returned(share) == share);
    const auto quantile =
        read(R"({"name":"Ventetid","source":"contacts","measure":{"kind":"quantile","column":"waited",)"
             R"("quantile":0.9},"direction":"lower","format":"duration"})");
    CHECK(returned(quantile) == quantile);
}

TEST_CASE("a condition that rows cannot show is kept as it is") {
    const auto nested = read(
        R"({"name":"x","source":"contacts","measure":{"kind":"count"},"filter":{"any":[)"
        R"({"column":"channel","op":"is","value":"Brev"},{"column":"channel","op":"is","value":"E-mail"}]}})");
    CHECK_FALSE(fits_rows(nested.filter));
    CHECK(returned(nested) == nested);
}

TEST_CASE("a form with mistakes names the field of each") {
    const web::Fields fields{{"kind", "share"},
                             {"filter.0.column", "waited"},
                             {"filter.0.op", "at_most"},
                             {"filter.0.value", "kort"},
                             {"condition.0.column", "answered"},
                             {"condition.0.op", "is"},
                             {"condition.0.value", "måske"},
                             {"condition.1.column", "channel"},
                             {"condition.1.op", "is"}};
    web::Form form(fields);
    [[maybe_unused]] const auto definition = read_definition_form(form, schema, {});
    for (const auto* field : {"name.da", "filter.0.value", "condition.0.value", "condition.1.value"})
        CHECK_MESSAGE(form.error_at(field) != nullptr, field);
    CHECK(form.errors().size() == 4);
}

TEST_CASE("values are read as people write them") {
    const web::Fields fields{{"name.da", "x"},
                             {"filter.0.column", "waited"},
                             {"filter.0.op", "at_most"},
                             {"filter.0.value", "2,5 min"},
                             {"filter.2.column", "answered"},
                             {"filter.2.op", "is"},
                             {"filter.2.value", "ja"},
                             {"filter.3.column", "answered_day"},
                             {"filter.3.op", "below"},
                             {"filter.3.value", "22.11.2026"}};
    web::Form form(fields);
    const auto definition = read_definition_form(form, schema, {});
    CHECK(form.ok());
    REQUIRE(definition.filter.parts.size() == 3); // the empty row between is none
    CHECK(definition.filter.parts[0].operands == std::vector<Operand>{150.0});
    CHECK(definition.filter.parts[1].operands == std::vector<Operand>{true});
    CHECK(definition.filter.parts[2].operands == std::vector<Operand>{std::string("2026-11-22")});
    CHECK(condition_rows(fields, "filter") == 4);
}

TEST_CASE("a complaint about a part of a definition finds its field") {
    CHECK(form_field("measure.column") == "column");
    CHECK(form_field("measure.condition") == "condition.0.value");
    CHECK(form_field("source") == "source");
}
