#pragma once

#include "sources/surveys/editor/visit.hpp"

namespace maerkbar::surveys::editor {

// The questions of a survey, page by page, with what can be done to them.
[[nodiscard]] web::Html questions_section(Visit& visit, const Survey& survey);

} // namespace maerkbar::surveys::editor
