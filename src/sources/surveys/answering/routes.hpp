#pragma once

#include "sources/surveys/services.hpp"
#include "web/route.hpp"

namespace maerkbar::surveys {

// /s and below: answering, without sign-in.
[[nodiscard]] std::vector<web::Route> answering_routes(Services& services);

} // namespace maerkbar::surveys
