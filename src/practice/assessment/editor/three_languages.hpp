#pragma once

#include <string>

#include "organisation/form_page.hpp"
#include "practice/assessment/model/texts.hpp"
#include "web/html.hpp"

// A text in Danish, Norwegian and English side by side. Its fields are called name-da, name-nb and name-en.
namespace maerkbar::assessment::editor {

struct ThreeFields {
    std::string name;
    std::string heading; // in the reader's language
    std::string hint = {};
    int rows = 1; // more: text areas
};

[[nodiscard]] web::Html three_fields(const ThreeFields& fields, const Texts& stored,
                                     const organisation::Filled& filled, const web::Language& language);
// One text a line.
[[nodiscard]] web::Html three_lists(const ThreeFields& fields, const TextLists& stored,
                                    const organisation::Filled& filled, const web::Language& language);

// What was typed; a text that is missing in one language alone is a mistake of its field.
[[nodiscard]] Texts read_three(web::Form& form, const std::string& name, std::size_t longest = 1000);
[[nodiscard]] Texts read_required_three(web::Form& form, const std::string& name, std::size_t longest = 200);
// Equally many lines in every language.
[[nodiscard]] TextLists read_three_lists(web::Form& form, const std::string& name);

} // namespace maerkbar::assessment::editor
