#pragma once

#include <span>

#include "web/parts/help.hpp"

namespace maerkbar::measurement {

// The help for this module's pages.
[[nodiscard]] std::span<const web::parts::PageHelp> editor_help();

} // namespace maerkbar::measurement
