#pragma once

#include "web/language.hpp"

namespace maerkbar::web {

// Only pages for respondents exist in Nynorsk; elsewhere a text of it is the one in Bokmål. So it stands
// apart from the languages that somebody can choose for the program.
inline constexpr std::string_view nynorsk_code = "nn";
[[nodiscard]] Language nynorsk();

} // namespace maerkbar::web
