#pragma once

#include <string>

#include "app/flow/analysis.hpp"
#include "web/language.hpp"

namespace maerkbar::app_flow {

// What was odd in the file and in the order of its rows, a line each; a sentence where nothing was.
[[nodiscard]] std::string oddity_lines(const Analysis& analysis, const web::Language& language);

} // namespace maerkbar::app_flow
