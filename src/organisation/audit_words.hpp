#pragma once

#include <string>
#include <string_view>

#include "web/language.hpp"

namespace maerkbar::organisation {

// What an action of the audit trail means to people: "Moved a unit"; actions of other modules by their code.
[[nodiscard]] std::string action_text(std::string_view action, const web::Language& language);
// "Unit" for "unit"; other types by their name.
[[nodiscard]] std::string object_text(std::string_view type, const web::Language& language);

} // namespace maerkbar::organisation
