#pragma once

#include <vector>

#include "sources/surveys/definition/definition.hpp"

// Walking through a survey, one question a screen.
namespace maerkbar::surveys {

// Whether it wants an answer; a text to read wants none, and is not counted among the questions.
[[nodiscard]] inline bool is_asked(const Question* question) {
    return question->type != QuestionType::information;
}

// The questions shown after these answers, in order. An answer to a question that is itself hidden does not
// count: changing one's mind early hides what followed from it.
[[nodiscard]] std::vector<const Question*> shown_questions(const Definition& definition,
                                                           const Answers& answers);
[[nodiscard]] std::vector<const Page*> shown_pages(const Definition& definition, const Answers& answers);

// nullptr before the first, after the last, and where `name` is not among them.
[[nodiscard]] const Question* next_of(const std::vector<const Question*>& shown, std::string_view name);
[[nodiscard]] const Question* previous_of(const std::vector<const Question*>& shown, std::string_view name);

// Whether what is answered here may bring up a question further on.
[[nodiscard]] bool leads_on(const Definition& definition, const Question& question);

// Only what belongs to shown questions; shown ones without an answer get Missing::skipped.
[[nodiscard]] Answers completed(const Definition& definition, const Answers& answers);

} // namespace maerkbar::surveys
