#pragma once

#include "sources/surveys/editor/form_parts.hpp"

// Two people who change the same thing see each other's work. Other changes to the survey do not matter.
namespace maerkbar::surveys::editor {

// A hidden field that tells what was stored when the form was opened.
[[nodiscard]] web::Html seen_field(const web::Fields& stored);
[[nodiscard]] bool is_from_form(const web::Fields& sent);
// Whether something else is stored by now than the form was opened with; never where it does not say.
[[nodiscard]] bool changed_meanwhile(const web::Fields& sent, const web::Fields& stored);
// What to say above the form that comes back.
[[nodiscard]] std::string changed_words(const web::Language& language);
// What is stored now in the fields that differ from what was typed, both as fields_of() gives them: a form
// sends empty rows too. Goes above the form, but is made after it, when the fields' names are known.
[[nodiscard]] web::Html stored_now(const FormView& view, const web::Fields& stored, const web::Fields& typed);

} // namespace maerkbar::surveys::editor
