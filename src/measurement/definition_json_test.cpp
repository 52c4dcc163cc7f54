#include "measurement/definition_json.hpp"

#include <doctest/doctest.h>

using namespace maerkbar;
using namespace maerkbar::measurement;

namespace {

constexpr auto answered =
    R"({"name":{"da":"Telefon besvaret","en":"Phone answered"},)"
    R"("phrase":{"da":"af opkaldene blev besvaret inden 2 minutter"},"source":"contacts",)"
    R"("filter":{"column":"channel","op":"one_of","value":["Telefon","Phone"]},)"
    R"("measure":{"kind":"share","condition":{"all":[{"column":"answered","op":"is","value":true},)"
    R"({"any":[{"column":"waited_seconds","op":"at_most","value":1.2E2},)"
    R"({"column":"waited_seconds","op":"unknown"}]}]},"unknown_is_not_met":true},)"
    R"("direction":"higher","period":"week","format":"percent","decimals":1})";

} // namespace

TEST_CASE("a definition survives writing and reading") {
    const auto definition = read_definition(answered);
    REQUIRE_MESSAGE(definition.ok(), definition.error().english());
    CHECK(definition->name.in("nb") == "Telefon besvaret");
    CHECK(definition->period == PeriodKind::week);
    CHECK(definition->measure.condition.parts[1].parts[1].comparison == Comparison::unknown);
    CHECK(write_definition(*definition) == answered);
    const auto again = read_definition(write_definition(*definition));
    REQUIRE(again);
    CHECK(*again == *definition);
}

TEST_CASE("what is not a definition is refused with the member that is wrong") {
    struct Case {
        const char* json;
        const char* code;
        const char* field;
    };
    const Case refused[] = {
        {"[]", "json.not_an_object", ""},
        {R"({"name":"A"})", "definition.no_measure", "measure"},
        {R"({"measure":{"kind":"count"}})", "definition.no_name", "name"},
        {R"({"name":"A","measure":{"kind":"avg"}})", "json.unknown_word", "measure.kind"},
        {R"({"name":"A","measure":{"kind":"count","colour":1}})", "json.unknown_member", "measure.colour"},
        {R"({"name":"A","measure":{"kind":"count"},"decimals":2.5})", "json.not_whole", "decimals"},
        {R"({"name":"A","measure":{"kind":"count"},"decimals":9})", "definition.decimals", "decimals"},
        {R"({"name":"A","measure":{"kind":"count"},"filter":{"all":3}})", "definition.no_parts", "filter"},
        {R"({"name":"A","measure":{"kind":"count"},"filter":{"column":"a","op":"is","value":{}}})",
         "definition.no_operand", "filter"},
        {R"({"name":"A","measure":{"kind":"rate","per":0}})", "definition.per", "measure.per"},
    };
    for (const auto& refusal : refused) {
        CAPTURE(refusal.json);
        const auto read = read_definition(refusal.json);
        REQUIRE_FALSE(read);
        CHECK(read.error().code == refusal.code);
        CHECK(read.error().field == refusal.field);
    }
}
