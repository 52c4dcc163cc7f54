#include "measurement/editor/definition_words.hpp"

#include <doctest/doctest.h>

#include "measurement/definition_json.hpp"

using namespace maerkbar;
using namespace maerkbar::measurement;

namespace {

const web::Languages languages;

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

} // namespace

TEST_CASE("a condition is said with the columns' labels and the values as people write them") {
    const auto definition = read(
        R"({"name":"x","source":"contacts","measure":{"kind":"share","condition":{"all":[)"
        R"({"column":"answered","op":"is","value":true},{"column":"waited","op":"at_most","value":120}]}}})");
    CHECK(measure_words(languages.get("en"), definition.measure, schema) ==
          "The share of rows where Answered is yes and Waiting time is at most 2 minutes");
    CHECK(measure_words(languages.get("da"), definition.measure, schema) ==
          "Andelen af rækker, hvor Besvaret er ja og Ventetid er højst 2 minutter");
}

TEST_CASE("a definition is told line by line; what is as usual is not told") {
    const auto definition = read(
        R"({"name":"x","source":"contacts","filter":{"column":"channel","op":"one_of","value":["Telefon","Brev"]},)"
        R"("measure":{"kind":"quantile","column":"waited","quantile":0.9},"direction":"lower"})");
    const auto lines = definition_words(languages.get("en"), definition, schema);
    REQUIRE(lines.size() == 5);
    CHECK(lines[1].text == "Channel is one of Telefon and Brev");
    CHECK(lines[2].text == "Waiting time: what 90% of the rows stay within");
    CHECK(lines[3].text == "Month");
    CHECK(lines[4].text == "Lower is better");
}

TEST_CASE("no filter lets all rows count, and the date is told when it is not the day of the fact") {
    const auto definition =
        read(R"({"name":"x","source":"contacts","measure":{"kind":"count"},"date_basis":"answered_day"})");
    const auto lines = definition_words(languages.get("en"), definition, schema);
    REQUIRE(lines.size() == 6);
    CHECK(lines[1].text == "All rows");
    CHECK(lines[2].text == "The number of rows");
    CHECK(lines[3].text == "Answered on");
}
