#include "app/demo/demo_answers.hpp"

#include <doctest/doctest.h>

#include <algorithm>

#include "sources/surveys/definition/sample.hpp"

using namespace maerkbar;
using namespace maerkbar::app;

TEST_CASE("made-up answers follow their story and are the same for the same seed") {
    const auto survey = surveys::testing::sample();
    DemoAsking asking{*Date::parse_iso("2024-01-01"),
                      *Date::parse_iso("2025-12-29"),
                      *Date::parse_iso("2025-01-01"),
                      20,
                      0.6,
                      0.9,
                      7};
    const auto answers = demo_answers(survey, asking);
    const auto again = demo_answers(survey, asking);
    REQUIRE(answers.size() == again.size());
    CHECK(std::ranges::equal(answers, again, {}, &DemoAnswer::answers, &DemoAnswer::answers));
    int good[2] = {0, 0};
    int all[2] = {0, 0};
    for (const auto& [day, answer] : answers) {
        const auto value = find(answer, "satisfied")->value();
        const int after = day >= asking.changed ? 1 : 0;
        if (value.empty()) continue;
        ++all[after];
        if (value >= "4") ++good[after];
    }
    CHECK(good[0] == doctest::Approx(0.6 * all[0]).epsilon(0.05));
    CHECK(good[1] == doctest::Approx(0.9 * all[1]).epsilon(0.05));
}
