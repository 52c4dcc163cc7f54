#include "practice/assessment/model/edit.hpp"

#include <doctest/doctest.h>

#include "practice/assessment/model/read_model.hpp"

namespace maerkbar::assessment {
namespace {

Texts named(const std::string& name) {
    return {name, name, name};
}

Model small() {
    Model model{.id = "small", .version = "1.0.0", .names = named("Small")};
    model.nodes = {{.id = "A", .names = named("A")},
                   {.id = "B", .names = named("B")},
                   {.id = "A.1", .parent = "A", .names = named("A.1")},
                   {.id = "B.1", .parent = "B", .names = named("B.1")}};
    model.mappings = {{"other", "A.1", "1"}, {"other", "B.1", "2"}};
    return model;
}

std::string ids(const Model& model) {
    std::string all;
    for (const auto& node : model.nodes)
        all += (all.empty() ? "" : " ") + node.id;
    return all;
}

TEST_CASE("a new node comes after its siblings") {
    auto model = small();
    REQUIRE(add_node(model, {.id = "A.2", .parent = "A", .names = named("A.2")}).ok());
    CHECK(ids(model) == "A A.1 A.2 B B.1");
    REQUIRE(add_node(model, {.id = "A.1.1", .parent = "A.1", .names = named("deep")}).ok());
    CHECK(ids(model) == "A A.1 A.1.1 A.2 B B.1");
    CHECK(check_model(model).ok());
}

TEST_CASE("an id twice, an unusable one and an unknown place are refused") {
    auto model = small();
    CHECK(add_node(model, {.id = "B.1", .parent = "A"}).error().code == "assessment.new_id");
    CHECK(add_node(model, {.id = "to ord", .parent = "A"}).error().field == "id");
    CHECK(add_node(model, {.id = "C.1", .parent = "C"}).error().code == "assessment.no_parent");
    CHECK(model == small());
}

TEST_CASE("removing takes everything beneath along, and mappings from there") {
    auto model = small();
    remove_node(model, "A");
    CHECK(ids(model) == "B B.1");
    REQUIRE(model.mappings.size() == 1);
    CHECK(model.mappings.front().from == "B.1");
}

TEST_CASE("an area moves beneath another with all it holds, but never beneath itself or an item") {
    auto model = small();
    REQUIRE(move_beneath(model, "A", "B").ok());
    CHECK(ids(model) == "B B.1 A A.1");
    CHECK(model.node("A")->parent == "B");
    CHECK(model.depth(*model.node("A.1")) == 2);
    const auto before = model;
    CHECK(move_beneath(model, "B", "A").error().code == "assessment.no_parent"); // A lies beneath B
    CHECK(move_beneath(model, "A", "A").error().code == "assessment.no_parent");
    CHECK(move_beneath(model, "A", "B.1").error().code == "assessment.no_parent"); // an item
    CHECK(move_beneath(model, "Z", "B").error().code == "assessment.no_parent");
    CHECK(model == before);
    REQUIRE(possible_areas(model, "A").size() == 1);
    REQUIRE(move_beneath(model, "A", "").ok());
    CHECK(ids(model) == "B B.1 A A.1");
    CHECK(check_model(model).ok());
}

TEST_CASE("moving keeps what lies beneath together") {
    auto model = small();
    move_node(model, "B", Way::up);
    CHECK(ids(model) == "B B.1 A A.1");
    move_node(model, "B", Way::up);
    CHECK(ids(model) == "B B.1 A A.1");
    move_node(model, "B", Way::down);
    CHECK(ids(model) == "A A.1 B B.1");
    move_node(model, "A.1", Way::down); // the only one in its area
    CHECK(ids(model) == "A A.1 B B.1");
    CHECK(check_model(model).ok());
}

} // namespace
} // namespace maerkbar::assessment
