#pragma once

#include "sources/surveys/services.hpp"
#include "web/route.hpp"

namespace maerkbar::surveys {

// /surveys and below: making surveys and asking them.
[[nodiscard]] std::vector<web::Route> editor_routes(Services& services);

} // namespace maerkbar::surveys
