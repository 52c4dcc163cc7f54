#include "practice/assessment/model/roll_up.hpp"

#include <doctest/doctest.h>

#include "practice/assessment/model/shipped.hpp"
#include "practice/assessment/model/testing.hpp"

using namespace maerkbar::assessment;

namespace {

const Model& caf() {
    for (const auto& model : shipped_models())
        if (model.id == "caf2020") return model;
    static const Model none;
    return none;
}

// The 28 scores of the reference's test vector.
ItemValues example() {
    const std::vector<std::vector<double>> areas = {
        {60, 50, 40, 50}, {30, 40, 40, 20}, {55, 45, 50}, {70, 65, 80, 60, 75, 70}, {40, 35, 30}, {20, 45},
        {50, 60},         {10, 5},          {35, 55}};
    ItemValues values;
    for (std::size_t area = 0; area < areas.size(); ++area)
        for (std::size_t item = 0; item < areas[area].size(); ++item)
            values[std::to_string(area + 1) + "." + std::to_string(item + 1)] = areas[area][item];
    return values;
}

// One area with three items that weigh 1, 1 and 2.
Model small(RollUpRule rule) {
    Model model{.id = "small", .version = "1.0.0", .names = {"s", "s", "s"}};
    model.scales = {testing::hundred()};
    model.groups = {{"all", {}}};
    model.methods = {{"usual", {}, {{"all", "hundred"}}}};
    model.nodes = {{.id = "A", .group = "all"},
                   {.id = "A1", .parent = "A", .group = "all"},
                   {.id = "A2", .parent = "A", .group = "all"},
                   {.id = "A3", .parent = "A", .group = "all", .weight = 2}};
    model.levels = {rule};
    return model;
}

Rolled area_of(RollUpRule rule, ItemValues values) {
    const auto model = small(rule);
    return roll_up({model, "", std::move(values)}).nodes.find("A")->second;
}

const ItemValues three = {{"A1", 20}, {"A2", 40}, {"A3", 90}};

} // namespace

TEST_CASE("areas, efforts, results and the whole are means") {
    const auto profile = roll_up({caf(), "simple", example()});
    const double areas[] = {50, 32.5, 50, 70, 35, 32.5, 55, 7.5, 45};
    for (int area = 1; area <= 9; ++area)
        CHECK(profile.nodes.find(std::to_string(area))->second.value == areas[area - 1]);
    CHECK(*profile.whole.value == doctest::Approx(41.94).epsilon(0.0002));
    CHECK(profile.groups.find("enabler")->second.value == 47.5);
    CHECK(profile.groups.find("result")->second.value == 35.0);
    CHECK(profile.whole.answered == 28);
}

TEST_CASE("the rule moves the headline: the mean of 28 items is another number") {
    auto model = caf();
    model.whole.rule = Rule::mean_of_items;
    CHECK(*roll_up({model, "simple", example()}).whole.value == doctest::Approx(45.89).epsilon(0.0002));
}

TEST_CASE("blank is left out and counted, never 0") {
    auto values = example();
    values.erase("1.1");
    const auto profile = roll_up({caf(), "simple", values});
    const auto& area = profile.nodes.find("1")->second;
    CHECK(*area.value == doctest::Approx(46.667).epsilon(0.0001));
    CHECK(area.answered == 3);
    CHECK(area.of == 4);
    CHECK(roll_up({caf(), "simple", {}}).whole.value == std::nullopt);
}

TEST_CASE("only what a round asks about counts") {
    const auto profile = roll_up({caf(), "simple", example(), {"1.1", "1.2"}});
    CHECK(profile.whole.of == 2);
    CHECK(profile.nodes.find("2")->second.of == 0);
}

TEST_CASE("each rule") {
    CHECK(area_of({Rule::mean}, three).value == 50);
    CHECK(area_of({Rule::weighted}, three).value == 60);
    CHECK(area_of({Rule::median}, three).value == 40);
    CHECK(area_of({Rule::minimum}, three).value == 20);
    CHECK(*area_of({Rule::points}, three).value == doctest::Approx(0.2 + 0.4 + 1.8));
    CHECK(area_of({Rule::points}, three).points);
    CHECK(area_of({Rule::none}, three).value == std::nullopt);
    CHECK(area_of({Rule::mean_of_items}, three).value == 50);
}

TEST_CASE("met with at most k partials") {
    const RollUpRule one{Rule::most_partials, 1};
    CHECK(area_of(one, {{"A1", 100}, {"A2", 50}, {"A3", 100}}).value == 100);
    CHECK(area_of(one, {{"A1", 50}, {"A2", 50}, {"A3", 100}}).value == 0);
    CHECK(area_of(one, {{"A1", 100}, {"A2", 0}, {"A3", 100}}).value == 0);
    CHECK(area_of(one, {{"A1", 100}, {"A2", 100}}).value == std::nullopt); // the third may be unmet
}

TEST_CASE("areas on different ladders are brought together, and it is said") {
    auto model = small({Rule::mean});
    model.scales.push_back(testing::five());
    model.nodes[3].scale = "five";
    const auto area = roll_up({model, "", {{"A1", 50}, {"A2", 50}, {"A3", 5}}}).nodes.find("A")->second;
    CHECK(*area.value == doctest::Approx((50 + 50 + 100) / 3.0));
    CHECK(area.converted);
}

TEST_CASE("what is not scored is not added up") {
    auto model = small({Rule::mean});
    model.nodes[3].scored = false;
    const auto area = roll_up({model, "", three}).nodes.find("A")->second;
    CHECK(area.value == 30);
    CHECK(area.of == 2);
}
