#pragma once

#include <vector>

#include "organisation/services.hpp"
#include "web/route.hpp"

namespace maerkbar::organisation {

// Every page and JSON answer of this module. `services` must outlive them.
[[nodiscard]] std::vector<web::Route> routes(Services& services);

} // namespace maerkbar::organisation
