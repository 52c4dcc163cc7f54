#pragma once

#include "sources/surveys/definition/definition.hpp"

namespace maerkbar::surveys {

inline constexpr std::size_t longest_open_text = 4000; // bytes that are kept

// What may be stored of what was sent for this version: values brought to their one form (" 12,50" is
// "12.5"), open texts trimmed, hidden questions left out, shown ones without an answer marked as skipped.
// Errors, with the name of the answer in `field`: answers.unknown_question, answers.no_choice,
// answers.no_number, answers.range, answers.no_date, answers.too_many, answers.too_long.
[[nodiscard]] Result<Answers> accept_answers(const Definition& definition, const Answers& sent);

// The same for the answers to one question alone, none left out or added: a step of the answering pages.
[[nodiscard]] Result<Answers> accept_question(const Question& question, const Answers& sent);

} // namespace maerkbar::surveys
