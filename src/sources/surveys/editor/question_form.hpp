#pragma once

#include "sources/surveys/definition/definition.hpp"
#include "web/fields.hpp"

// A question as the fields of a form, in all languages side by side, and back. Pure.
namespace maerkbar::surveys::editor {

// Names of fields: "title.da", "hint.nb", "choices.da" (a line each, "value | text" in the main language,
// texts in the same order in the others), and those of condition_form.hpp.
[[nodiscard]] web::Fields fields_of(const Question& question, const Definition& survey);

// What was typed. What a form cannot show (a combined condition) stays as in `before`. Always a question;
// whether it is sound is said by check().
[[nodiscard]] Question read_question(const web::Fields& sent, const Question& before,
                                     const Definition& survey);

// The field of the form that a mistake found by check() belongs to: "points" for
// "pages.0.questions.1.points", "title.da" for its title where Danish is the main language.
[[nodiscard]] std::string form_field(std::string_view field, const Definition& survey);

// A text in every language of the survey: "title" in Danish is the field "title.da". Empty ones are left out.
[[nodiscard]] std::string text_field_name(std::string_view name, std::string_view language);
void put_texts(web::Fields& fields, std::string_view name, const Texts& texts, const Definition& survey);
[[nodiscard]] Texts read_texts(const web::Fields& sent, std::string_view name, const Definition& survey);

} // namespace maerkbar::surveys::editor
