#pragma once

#include <vector>

#include "actions/action.hpp"
#include "web/html.hpp"
#include "web/language.hpp"

namespace maerkbar::actions {

// The actions that came out of one thing (a meeting, a complaint), for its page.
[[nodiscard]] web::Html table_of(const std::vector<Action>& found, const web::Language& language);

} // namespace maerkbar::actions
