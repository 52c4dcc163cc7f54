#pragma once

#include <span>

#include "web/parts/help.hpp"

namespace maerkbar::assessment {

[[nodiscard]] std::span<const web::parts::PageHelp> editor_help();

} // namespace maerkbar::assessment
