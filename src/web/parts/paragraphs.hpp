#pragma once

#include <string_view>

#include "web/html.hpp"

namespace maerkbar::web::parts {

// What somebody wrote: a paragraph a line, empty lines left out.
[[nodiscard]] Html paragraphs(std::string_view text);

} // namespace maerkbar::web::parts
