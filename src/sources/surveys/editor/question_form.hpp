#pragma once

#include "sources/surveys/definition/definition.hpp"
#include "web/fields.hpp"

// A question as the fields of a form, in all languages side by side, and back. Pure.
namespace maerkbar::surveys::editor {

// Names of fields: "title.da", "hint.nb", "choices.da" (a line each, "value | text" in the main language,
// texts in the same order in the others), "shown_if" with question, is and value.
[[nodiscard]] web::Fields fields_of(const Question& question, const Definition& survey);

// What was typed. What a form cannot show (a combined condition) stays as in `before`. Always a question;
// whether it is sound is said by check().
[[nodiscard]] Question read_question(const web::Fields& sent, const Question& before,
                                     const Definition& survey);

// The field of the form that a mistake found by check() belongs to: "points" for
// "pages.0.questions.1.points".
[[nodiscard]] std::string form_field(std::string_view field);

// A condition of one comparison can be shown as fields; others are kept.
[[nodiscard]] bool is_simple(const Condition& condition);

} // namespace maerkbar::surveys::editor
