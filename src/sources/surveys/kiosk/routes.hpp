#pragma once

#include "sources/surveys/services.hpp"
#include "web/route.hpp"

namespace maerkbar::surveys {

// /k and below: kiosks, without sign-in.
[[nodiscard]] std::vector<web::Route> kiosk_routes(Services& services);

} // namespace maerkbar::surveys
