#pragma once

#include <span>

#include "web/parts/help.hpp"

namespace maerkbar::assessment {

// The help for this module's pages.
[[nodiscard]] std::span<const web::parts::PageHelp> page_help();

} // namespace maerkbar::assessment
