#include "practice/assessment/model/scale.hpp"

#include <doctest/doctest.h>

#include "practice/assessment/model/testing.hpp"

using namespace maerkbar::assessment;
using testing::five;
using testing::hundred;

TEST_CASE("a value lies in the band that begins at or below it") {
    const std::pair<double, std::size_t> expected[] = {{0, 0},  {10, 0}, {11, 1}, {30, 1}, {30.5, 1},
                                                       {31, 2}, {50, 2}, {51, 3}, {70, 3}, {71, 4},
                                                       {90, 4}, {91, 5}, {100, 5}};
    for (const auto& [value, band] : expected)
        CHECK_MESSAGE(band_of(hundred(), value) == band, value);
}

TEST_CASE("four aspects make their mean, and a missing one makes no value") {
    Scale fine{.id = "fine",
               .aspects = {testing::aspect("plan"), testing::aspect("do"), testing::aspect("check"),
                           testing::aspect("act")}};
    CHECK(item_value(fine, {{"plan", 70}, {"do", 60}, {"check", 35}, {"act", 20}}) == 46.25);
    CHECK(item_value(fine, {{"plan", 70}, {"do", 60}, {"check", 35}}) == std::nullopt);
    Scale result{.id = "result", .aspects = {testing::aspect("trend"), testing::aspect("target")}};
    CHECK(item_value(result, {{"trend", 45}, {"target", 65}}) == 55);
    CHECK(item_value(hundred(), {{"", 40}}) == 40);
    CHECK(item_value(hundred(), {}) == std::nullopt);
}

TEST_CASE("scales are converted by band, to its midpoint") {
    const double midpoints[] = {5, 20.5, 40.5, 60.5, 80.5, 95.5};
    for (int step = 0; step <= 5; ++step) {
        CHECK(converted(step, five(), hundred()) == midpoints[step]);
        CHECK(converted(midpoints[step], hundred(), five()) == step);
    }
    auto short_ladder = five();
    short_ladder.bands.pop_back();
    CHECK(converted(3, short_ladder, hundred()) == std::nullopt);
}

TEST_CASE("only what the scale allows may be given") {
    CHECK(five().allows(0));
    CHECK(five().allows(5));
    CHECK_FALSE(five().allows(6));
    CHECK_FALSE(five().allows(2.5));
    CHECK_FALSE(five().allows(-1));
}
