#include <doctest/doctest.h>

#include "practice/assessment/model/comparison.hpp"
#include "practice/assessment/model/difference.hpp"
#include "practice/assessment/model/priority.hpp"
#include "practice/assessment/model/shipped.hpp"
#include "practice/assessment/model/testing.hpp"

using namespace maerkbar;
using namespace maerkbar::assessment;
using testing::five;
using testing::hundred;

namespace {

Model two_items(std::string version) {
    Model model{.id = "m", .version = std::move(version), .names = {"m", "m", "m"}};
    model.scales = {hundred(), five()};
    model.groups = {{"all", {}}};
    model.methods = {{"usual", {}, {{"all", "hundred"}}}};
    model.nodes = {{.id = "A", .group = "all", .names = {"A", "A", "A"}},
                   {.id = "B", .group = "all", .names = {"B", "B", "B"}}};
    return model;
}

} // namespace

TEST_CASE("versions are compared as numbers, and only a newer one may follow") {
    CHECK(*compare_version_numbers("1.10.0", "1.9.2") > 0);
    CHECK(*compare_version_numbers("1.0.0", "1.0.0") == 0);
    CHECK_FALSE(compare_version_numbers("1.0", "1.0.0"));
    CHECK_FALSE(compare_version_numbers("1.0.0b", "1.0.0"));
    CHECK(may_follow(two_items("1.0.0"), two_items("1.0.1")).ok());
    CHECK(may_follow(two_items("1.0.1"), two_items("1.0.1")).error().code == "assessment.version_not_newer");
    CHECK(may_follow(two_items("1.0.1"), two_items("1.0.0")).error().code == "assessment.version_not_newer");
    CHECK(may_follow(two_items("1.0.0"), two_items("x")).error().code == "assessment.version_number");
    auto other = two_items("2.0.0");
    other.id = "n";
    CHECK(may_follow(two_items("1.0.0"), other).error().code == "assessment.other_model");
}

TEST_CASE("a new version's differences, item by item") {
    const auto before = two_items("1.0.0");
    auto after = two_items("1.1.0");
    CHECK(compare_versions(before, after).empty());
    after.nodes[0].question = {"Hvad?", "Hva?", "What?"};
    after.nodes[1].scale = "five";
    after.nodes.push_back({.id = "C", .group = "all", .names = {"C", "C", "C"}});
    auto differences = compare_versions(before, after);
    REQUIRE(differences.size() == 3);
    CHECK(differences[0].change == ItemChange::texts);
    CHECK(differences[1].change == ItemChange::scale);
    CHECK(differences[2].change == ItemChange::added);
    CHECK(compare_versions(after, before).back().change == ItemChange::removed);
}

TEST_CASE("keep, clamp, rescale, reset") {
    CHECK(carried(4, Carry::keep, five(), hundred()) == 4);
    CHECK(carried(60, Carry::keep, hundred(), five()) == std::nullopt);
    CHECK(carried(60, Carry::clamp, hundred(), five()) == 5);
    CHECK(carried(60, Carry::rescale, hundred(), five()) == 3);
    CHECK(carried(4, Carry::rescale, five(), hundred()) == 81); // 80.5 in whole numbers
    CHECK(carried(60, Carry::reset, hundred(), hundred()) == std::nullopt);
    for (const auto carry : {Carry::keep, Carry::clamp, Carry::rescale, Carry::reset})
        CHECK(carry_named(name_of(carry)) == carry);
}

TEST_CASE("a trend only where items and scales compare, and beyond the group's own disagreement") {
    CHECK(change_between({40, "hundred", 5}, {50, "hundred", 8}) == Change::up);
    CHECK(change_between({50, "hundred", 5}, {40, "hundred", 8}) == Change::down);
    CHECK(change_between({40, "hundred", 5}, {47, "hundred", 8}) == Change::unclear);
    CHECK(change_between({40, "hundred", {}}, {40, "hundred", {}}) == Change::unclear);
    CHECK(change_between({3, "five", 0}, {50, "hundred", 8}) == Change::not_comparable);
    CHECK(change_between({{}, "hundred", 0}, {50, "hundred", 8}) == Change::not_comparable);
}

TEST_CASE("another model's items from ours; what covers more is inferred") {
    for (const auto& model : shipped_models()) {
        if (model.id != "kompakt9") continue;
        ItemValues values;
        for (const auto* item : model.items())
            values[item->id] = 3;
        values["K1.1"] = 4;
        const auto caf = mapped(model, values, "caf2020");
        CHECK(caf.size() == 28);
        CHECK(caf.find("1.1")->second.value == 4);
        CHECK_FALSE(caf.find("1.1")->second.inferred);
        CHECK(caf.find("1.3")->second.inferred);
        CHECK(mapped(model, values, "elsewhere").empty());
    }
}

TEST_CASE("units: median and spread, how many, how old") {
    const auto day = *Date::from(2026, 3, 1);
    const std::vector<UnitStand> units = {{40, day}, {60, day - 400}, {45, day}};
    const auto over = over_units(units, 5);
    REQUIRE(over);
    CHECK(over->median == 45);
    CHECK(over->lowest == 40);
    CHECK(over->highest == 60);
    CHECK(over->reporting == 3);
    CHECK(over->of == 5);
    CHECK(over->oldest == day - 400);
    CHECK_FALSE(over_units({}, 5));
}

TEST_CASE("effect × ease by several people") {
    const std::vector<Vote> agreed = {{5, 4}, {4, 5}, {5, 4}};
    CHECK(place_of(agreed).place == Place::quick_win);
    CHECK_FALSE(place_of(agreed).disputed());
    CHECK(place_of(std::vector<Vote>{{5, 2}}).place == Place::large_project);
    CHECK(place_of(std::vector<Vote>{{2, 5}}).place == Place::fill_in);
    CHECK(place_of(std::vector<Vote>{{3, 3}}).place == Place::drop);
    CHECK(place_of({}).place == Place::undecided);
    CHECK(place_of(std::vector<Vote>{{5, 1}, {5, 5}}).disputed());
    CHECK(comes_before(place_of(agreed), place_of(std::vector<Vote>{{5, 2}})));
    CHECK(comes_before(place_of(std::vector<Vote>{{1, 1}}), place_of({})));
}
