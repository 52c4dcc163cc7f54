#pragma once

#include "measurement/services.hpp"
#include "web/route.hpp"

namespace maerkbar::measurement {

// /indicators and below: the indicators in use, the library of ready ones, and the editor.
[[nodiscard]] std::vector<web::Route> editor_routes(Services& services);

} // namespace maerkbar::measurement
