#pragma once

#include <span>

#include "web/parts/help.hpp"

namespace maerkbar::surveys {

// What the pages of this module are for.
[[nodiscard]] std::span<const web::parts::PageHelp> editor_help();

} // namespace maerkbar::surveys
