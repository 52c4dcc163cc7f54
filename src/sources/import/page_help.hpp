#pragma once

#include <span>

#include "web/parts/help.hpp"

namespace maerkbar::sources {

// The help for this module's pages.
[[nodiscard]] std::span<const web::parts::PageHelp> import_help();

} // namespace maerkbar::sources
