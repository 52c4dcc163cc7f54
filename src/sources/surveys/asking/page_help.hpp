#pragma once

#include <span>

#include "web/parts/help.hpp"

namespace maerkbar::surveys {

// Help for the pages of this folder.
[[nodiscard]] std::span<const web::parts::PageHelp> asking_help();

} // namespace maerkbar::surveys
