#pragma once

#include <optional>

#include "sources/surveys/editor/condition_form.hpp"
#include "sources/surveys/editor/visit.hpp"

namespace maerkbar::surveys::editor {

// One showing of a question's form.
struct Sheet {
    const Survey& survey;
    std::string title;
    std::string action;
    web::Fields fields;
    std::vector<EarlierAnswer> earlier; // what its condition and texts may ask for
    web::parts::FormErrors errors = {};
    int status = 200;
    std::optional<web::Fields> stored = {}; // as the question is now; a new one is not
    std::optional<web::Fields> typed = {};  // where somebody else changed it since the form was opened
};
[[nodiscard]] web::Response show(Visit& visit, Sheet sheet);

} // namespace maerkbar::surveys::editor
