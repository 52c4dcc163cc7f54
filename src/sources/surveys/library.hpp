#pragma once

#include <string>
#include <vector>

#include "sources/surveys/definition/definition.hpp"

namespace maerkbar::surveys {

// A ready survey in our own words: models/surveys/CODE.json.
struct ReadySurvey {
    std::string code;
    Definition definition;
};

// All of them, in the order of their codes.
Result<std::vector<ReadySurvey>> ready_surveys();
Result<ReadySurvey> ready_survey(std::string_view code); // library.unknown

} // namespace maerkbar::surveys
