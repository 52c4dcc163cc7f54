#pragma once

#include <span>

#include "web/parts/help.hpp"

namespace maerkbar::surveys::results {

[[nodiscard]] std::span<const web::parts::PageHelp> page_help();

} // namespace maerkbar::surveys::results
