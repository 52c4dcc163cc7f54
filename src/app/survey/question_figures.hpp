#pragma once

#include "app/survey/analysis.hpp"
#include "app/survey/columns.hpp"

namespace maerkbar::app_survey {

// What one answer gave. `population`: how many could have answered, where they are all that matters.
[[nodiscard]] QuestionFigures figures_of(const surveys::Question& question, const std::string& name,
                                         const Respondents& respondents,
                                         std::optional<std::int64_t> population);
[[nodiscard]] statistics::Interval share_interval(std::int64_t count, std::int64_t answers,
                                                  std::optional<std::int64_t> population);
// The question must have a success.
[[nodiscard]] TargetResult test_of(const Target& target, const surveys::Question& question,
                                   const Respondents& respondents, std::optional<std::int64_t> population);

} // namespace maerkbar::app_survey
