#pragma once

#include <span>
#include <vector>

#include "organisation/services.hpp"
#include "web/parts/help.hpp"
#include "web/route.hpp"

namespace maerkbar::surveys::open_text {

// Reading through what people wrote (permission surveys.moderate), the topics it is counted by
// (surveys.manage), and both as JSON.
[[nodiscard]] std::vector<web::Route> open_text_routes(organisation::Services& services);
[[nodiscard]] std::span<const web::parts::PageHelp> page_help();

} // namespace maerkbar::surveys::open_text
