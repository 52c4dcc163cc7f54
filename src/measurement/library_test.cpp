#include "measurement/library.hpp"

#include <doctest/doctest.h>

#include <algorithm>

#include "measurement/compiled_definition.hpp"

using namespace maerkbar;
using namespace maerkbar::measurement;

namespace {

const web::Languages languages;

// The columns of the sources that the library stands on.
const SourceSchema schemas[] = {
    {"contacts",
     "Contacts",
     {{"channel", "Channel", ColumnType::category},
      {"waited_seconds", "Waiting time", ColumnType::seconds},
      {"answered", "Answered", ColumnType::yes_no},
      {"solved_first", "Solved at first contact", ColumnType::yes_no},
      {"working_days_to_answer", "Working days to answer", ColumnType::whole}}},
    {.name = "figures",
     .label = "Figures",
     .columns = {{"series", "Series", ColumnType::category},
                 {"numerator", "Numerator", ColumnType::number},
                 {"denominator", "Denominator", ColumnType::number},
                 {"value", "Value", ColumnType::number}},
     .may_be_states = true},
    {"opening_hours",
     "Opening hours",
     {{"channel", "Channel", ColumnType::category}, {"hours", "Hours", ColumnType::number}}},
    {"feedback",
     "Praise, complaints and suggestions",
     {{"praise", "Is praise", ColumnType::yes_no},
      {"complaint", "Is a complaint", ColumnType::yes_no},
      {"answered_in_time", "Answered in time", ColumnType::yes_no}}}};

} // namespace

TEST_CASE("every ready indicator fits its source and has all its texts in three languages") {
    const auto ready = library(languages);
    REQUIRE_MESSAGE(ready.ok(), ready.error().english());
    CHECK(ready->size() >= 13);
    for (const auto& indicator : *ready) {
        CAPTURE(indicator.code);
        const auto* schema = std::ranges::find(schemas, indicator.definition.source, &SourceSchema::name);
        REQUIRE(schema != std::end(schemas));
        const auto compiled = compile(indicator.definition, *schema, [](auto, auto) { return std::nullopt; });
        CHECK_MESSAGE(compiled.ok(), (compiled.ok() ? "" : compiled.error().english()));
        for (const auto* text : {&indicator.definition.name, &indicator.definition.description}) {
            CHECK_FALSE(text->da.empty());
            CHECK_FALSE(text->nb.empty());
            CHECK_FALSE(text->en.empty());
            CHECK(text->da.find('{') == std::string::npos);
        }
        for (const auto& parameter : indicator.parameters)
            CHECK_FALSE(parameter.label.in("nb").empty());
    }
}

TEST_CASE("parameters go into the condition and, spoken, into the texts") {
    const auto definition = adopt("phone_answered_within", {{"seconds", "180"}}, languages);
    REQUIRE_MESSAGE(definition.ok(), definition.error().english());
    CHECK(definition->name.da == "Telefon besvaret inden 3 minutter");
    CHECK(definition->phrase.en == "of the calls were answered within 3 minutes");
    CHECK(definition->measure.condition.parts[1].operands == std::vector<Operand>{180.0});
    const auto letters = adopt("letter_answered_within", {{"days", "1"}}, languages);
    REQUIRE(letters);
    CHECK(letters->name.nb == "Brev besvart innen 1 virkedag");
    CHECK(adopt("contacts_by_channel", {{"channel", "Chat"}}, languages)->filter.operands ==
          std::vector<Operand>{std::string("Chat")});
}

TEST_CASE("an unknown indicator and a parameter that is no number are refused") {
    CHECK(adopt("nothing", {}, languages).error().code == "library.unknown");
    const auto refused = adopt("phone_answered_within", {{"seconds", "two"}}, languages);
    CHECK(refused.error().code == "library.no_number");
    CHECK(refused.error().field == "seconds");
}
