#include "practice/assessment/model/read_model.hpp"

#include <doctest/doctest.h>

#include "practice/assessment/model/shipped.hpp"

using namespace maerkbar::assessment;

namespace {

const std::string head = R"({"format":"maerkbar-model","format_version":1,"id":"m","version":"1.0.0",
    "names":{"da":"M","nb":"M","en":"M"},)";
const std::string scales =
    R"("scales":[{"id":"s","min":0,"max":1,"bands":[{"from":0,"to":0},{"from":1,"to":1}]}],)";
const std::string node = R"("nodes":[{"id":"A","names":{"da":"A","nb":"A","en":"A"}}])";

std::string code_of(const std::string& json) {
    const auto read = read_model(json);
    return read.ok() ? "" : read.error().code;
}

std::string code_with(const std::string& members) {
    return code_of(head + members + "}");
}

} // namespace

TEST_CASE("the least there can be") {
    const auto read = read_model(head + node + "}");
    REQUIRE(read.ok());
    CHECK(read->id == "m");
    CHECK(read->items().size() == 1);
}

TEST_CASE("what is unknown is passed over, what is wrong is refused with its place") {
    CHECK(code_with(R"("colour":"red",)" + node).empty());
    const auto wrong =
        read_model(head + R"("nodes":[{"id":"A","names":{"da":"A","nb":"A","en":"A"}},{"id":7}]})");
    REQUIRE_FALSE(wrong.ok());
    CHECK(wrong.error().english() == "At nodes[1].id: a text belongs here.");
}

TEST_CASE("every mistake has its sentence") {
    CHECK(code_of("") == "assessment.not_a_model");
    CHECK(code_of("[]") == "assessment.not_a_model");
    CHECK(code_of(R"({"format":"maerkbar-model","format_version":2})") == "assessment.not_a_model");
    CHECK(code_with(R"("nodes":[{"id":"A","names":{"da":"A"}}])") == "assessment.json_languages");
    CHECK(code_with(R"("nodes":[{"names":{"da":"A","nb":"A","en":"A"}}])") == "assessment.json_missing");
    CHECK(code_with(R"("nodes":{})") == "assessment.json_list");
    CHECK(code_with(R"("nodes":[1])") == "assessment.json_object");
    CHECK(code_with(R"("nodes":[{"id":"A","weight":"1"}])") == "assessment.json_number");
    CHECK(code_with(R"("nodes":[{"id":"A","scored":"yes"}])") == "assessment.json_truth");
    CHECK(code_with(R"("nodes":[{"id":"A","examples":{"da":["x"]}}])") == "assessment.json_lists");
    CHECK(code_with(R"("roll_up":{"whole":{"rule":"best"}},)" + node) == "assessment.json_rule");
    CHECK(code_with(R"("mappings":[{"target":"x","from":"A","to":"B","relation":"like"}],)" + node) ==
          "assessment.json_relation");
    CHECK(code_of(std::string(largest_model + 1, ' ')) == "assessment.model_large");
}

TEST_CASE("an unsound model is refused") {
    const std::string names = R"("names":{"da":"A","nb":"A","en":"A"}})";
    CHECK(code_with(R"("nodes":[])") == "assessment.model_empty");
    CHECK(code_with(R"("nodes":[{"id":"A",)" + names + R"(,{"id":"A",)" + names + "]") ==
          "assessment.model_twice");
    CHECK(code_with(R"("nodes":[{"id":"A b",)" + names + "]") == "assessment.model_id");
    CHECK(code_with(R"("nodes":[{"id":"A","parent":"B",)" + names + "]") == "assessment.model_parent");
    CHECK(code_with(R"("nodes":[{"id":"A"}])") == "assessment.model_name");
    CHECK(code_with(R"("nodes":[{"id":"A","weight":-1,)" + names + "]") == "assessment.model_weight");
    CHECK(code_with(R"("nodes":[{"id":"A","scale":"x",)" + names + "]") == "assessment.model_scale");
    CHECK(code_with(R"("nodes":[{"id":"A","group":"x",)" + names + "]") == "assessment.model_group");
    CHECK(code_with(R"("default_scales":{"g":"x"},)" + node) == "assessment.model_scale");
    CHECK(code_with(R"("mappings":[{"target":"x","from":"B","to":"B"}],)" + node) ==
          "assessment.model_mapping");
    CHECK(code_with(scales + node).empty());
    CHECK(
        code_with(R"("scales":[{"id":"s","min":0,"max":2,"bands":[{"from":0,"to":0},{"from":2,"to":2}]}],)" +
                  node) == "assessment.model_bands");
    CHECK(code_with(R"("scales":[{"id":"s","min":0,"max":2,"bands":[{"from":0,"to":1}]}],)" + node) ==
          "assessment.model_band_end");
    CHECK(code_with(R"("scales":[{"id":"s","min":2,"max":2}],)" + node) == "assessment.model_range");
}

TEST_CASE("twelve levels are enough") {
    std::string nodes;
    for (int level = 0; level < 13; ++level)
        nodes += std::string(level ? "," : "") + R"({"id":"n)" + std::to_string(level) + R"(","parent":")" +
                 (level ? "n" + std::to_string(level - 1) : "") +
                 R"(","names":{"da":"A","nb":"A","en":"A"}})";
    CHECK(code_with(R"("nodes":[)" + nodes + "]") == "assessment.model_depth");
}

TEST_CASE("the models in the program: nine, each whole in three languages, and the same after writing") {
    REQUIRE(shipped_models().size() == 9);
    for (const auto& model : shipped_models()) {
        CAPTURE(model.id);
        const auto again = read_model(write_model(model));
        REQUIRE(again.ok());
        CHECK(*again == model);
        CHECK_FALSE(model.names.empty());
        CHECK_FALSE(model.description.empty());
        CHECK_FALSE(model.prompts.empty());
        for (const auto& each : model.nodes) {
            CAPTURE(each.id);
            CHECK_FALSE(each.names.da.empty()); // complete() was checked while reading
            if (model.is_item(each)) CHECK_FALSE(each.question.da.empty());
        }
        for (const auto& scale : model.scales)
            for (const auto& band : scale.ladder())
                CHECK_FALSE((band.label.empty() || band.help.empty()));
    }
}

TEST_CASE("the shapes of the models") {
    const auto find = [](std::string_view id) -> const Model& {
        for (const auto& model : shipped_models())
            if (model.id == id) return model;
        return shipped_models().front();
    };
    CHECK(find("caf2020").items().size() == 28);
    CHECK(find("caf2020").children("").size() == 9);
    CHECK(find("kompakt9").items().size() == 19);
    CHECK(find("overblik8").children("").size() == 8);
    CHECK(find("overblik8").items().size() == 20);
    CHECK(find("trin12").children("").size() == 12);
    CHECK(find("trin12").items().size() == 48);
    const auto& supervision = find("tilsyn7");
    CHECK(supervision.scale_of(*supervision.items().front(), "")->max == 5);
    CHECK(supervision.items().front()->comment_required);
    const auto& talk = find("samtale3");
    CHECK(talk.scale_of(*talk.items().front(), "") == nullptr);
    int compact = 0;
    for (const auto* item : find("caf2020").items())
        compact += item->compact ? 1 : 0;
    CHECK(compact == 19);
}
