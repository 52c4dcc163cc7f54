#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>

#include "sources/surveys/definition/definition.hpp"

// Conditions as other programs write them.
namespace maerkbar::surveys {

enum class Dialect {
    surveyjs,   // {score} >= 4 and {why} notempty
    xlsform,    // ${score} >= 4 and selected(${topics}, 'staff')
    limesurvey, // score.NAOK >= "4" && !is_empty(why)
};

// The part of the language that compares answers with values, in and, or, not and brackets. No value for
// anything else (arithmetic, functions, answers compared with each other). true and false become yes and no.
[[nodiscard]] std::optional<Condition> read_expression(std::string_view text, Dialect dialect);

// Of SurveyJS and XLSForm. The survey tells which questions take several values, and which are yes or no.
[[nodiscard]] std::string write_expression(const Condition& condition, Dialect dialect,
                                           const Definition& definition);

} // namespace maerkbar::surveys
