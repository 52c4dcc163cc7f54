#pragma once

#include <string>

#include "app/flow/analysis.hpp"
#include "web/language.hpp"

namespace maerkbar::app_flow {

// A page for the terminal: what was read and what was odd, how long cases take, where they wait, and how the
// waiting list moves.
[[nodiscard]] std::string text_page(Analysis& analysis, const web::Language& language);

} // namespace maerkbar::app_flow
