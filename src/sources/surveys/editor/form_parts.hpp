#pragma once

#include "sources/surveys/editor/condition_form.hpp"
#include "web/parts/form.hpp"

// What the forms of questions, pages and sections are made of.
namespace maerkbar::surveys::editor {

// One showing of a form.
struct FormView {
    const web::Language& language;
    const Definition& survey;
    const web::Fields& fields;      // as they are filled in
    web::parts::FormErrors& errors; // learns what the fields are called
};

[[nodiscard]] web::parts::Label label_of(const FormView& view, std::string name, std::string text,
                                         std::string hint = {});
// One text in every language of the survey, beside each other, each with its LIX.
[[nodiscard]] web::Html side_by_side(const FormView& view, const std::string& name, const std::string& text,
                                     int rows);
// When it is shown: rows of comparisons with earlier answers.
[[nodiscard]] web::Html condition_fields(const FormView& view, const std::vector<EarlierAnswer>& earlier);
// What may be written in a text so that an earlier answer stands there; nothing where none is earlier.
[[nodiscard]] web::Html piping_help(const FormView& view, const std::vector<EarlierAnswer>& earlier);

// "LIX 23, very easy to read"; with what to do where an easy-read text is harder than it should be. Empty
// where the text is too short for a measure.
[[nodiscard]] std::string lix_words(const web::Language& language, std::string_view code,
                                    std::string_view text);

} // namespace maerkbar::surveys::editor
