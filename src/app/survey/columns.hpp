#pragma once

#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "app/survey/answer_file.hpp"

namespace maerkbar::app_survey {

using Respondents = std::vector<const Respondent*>;

// The question that an answer's name belongs to.
[[nodiscard]] const surveys::Question* question_of(const surveys::Definition& definition,
                                                   std::string_view name);
// Whether its answers are steps of a scale (1 to 6, or 0 to 10).
[[nodiscard]] bool has_steps(const surveys::Question& question);
// A step or a number; nothing where there is none.
[[nodiscard]] std::optional<double> number_of(const Respondent& respondent, std::string_view name);
// Whether the answer counts as a success: yes; one of the two highest steps; the highest of three. Nothing
// where there is no answer, or where the question has no such thing.
[[nodiscard]] std::optional<bool> success_of(const surveys::Question& question, const Respondent& respondent,
                                             std::string_view name);
[[nodiscard]] bool has_success(const surveys::Question& question);
// One column of numbers a name, of the respondents who answered them all.
[[nodiscard]] std::vector<std::vector<double>> complete_columns(const Respondents& respondents,
                                                                std::span<const std::string> names);
// How many gave each step, from the lowest.
[[nodiscard]] std::vector<std::int64_t> step_counts(const surveys::Question& question,
                                                    const Respondents& respondents, std::string_view name);

} // namespace maerkbar::app_survey
