#pragma once

#include <span>
#include <vector>

#include "web/parts/help.hpp"

namespace maerkbar::app {

// The help for this module's pages.
[[nodiscard]] std::span<const web::parts::PageHelp> site_help();
// The help for every page of the product.
[[nodiscard]] std::vector<web::parts::PageHelp> all_page_help();

} // namespace maerkbar::app
