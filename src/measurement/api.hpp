#pragma once

#include <vector>

#include "measurement/services.hpp"
#include "web/route.hpp"

namespace maerkbar::measurement {

// JSON below /api/v1: sources, indicators, library, verdicts, rows, targets, notes and decisions about
// charts.
[[nodiscard]] std::vector<web::Route> api_routes(Services& services);

} // namespace maerkbar::measurement
