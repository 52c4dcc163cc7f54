#pragma once

#include "sources/surveys/services.hpp"
#include "web/route.hpp"

namespace maerkbar::surveys {

// Reading a survey that is open and sending answers to it, for apps and other programs; no sign-in.
[[nodiscard]] std::vector<web::Route> api_routes(Services& services);

} // namespace maerkbar::surveys
