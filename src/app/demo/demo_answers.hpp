#pragma once

#include <cstdint>
#include <string_view>
#include <utility>
#include <vector>

#include "base/date.hpp"
#include "sources/surveys/definition/definition.hpp"

namespace maerkbar::app {

// A survey asked at one place for years, made up from a seed: so many answers a week, and how many of them
// are on the best steps before and after something was changed.
struct DemoAsking {
    Date first;
    Date last;
    Date changed;
    double weekly = 5;
    double good_before = 0.7;
    double good_after = 0.85;
    std::uint64_t seed = 0;
};
struct DemoAnswer {
    Date day;
    surveys::Answers answers;
};
// Every question on a scale, with yes and no, or with expectation and experience is answered in keeping with
// the first one; some do not know, some write a comment of `comments`. The same seed gives the same answers.
[[nodiscard]] std::vector<DemoAnswer> demo_answers(const surveys::Definition& survey,
                                                   const DemoAsking& asking);

} // namespace maerkbar::app
