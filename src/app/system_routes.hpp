#pragma once

#include <functional>
#include <string>
#include <vector>

#include "storage/database.hpp"
#include "web/route.hpp"

namespace maerkbar::app {

// What machines ask: /healthz (is the process alive), /readyz (does the database answer), /metrics
// (Prometheus text format) and the description of the API. `openapi` is asked for on each request.
[[nodiscard]] std::vector<web::Route> system_routes(storage::Database& database,
                                                    std::function<std::string()> openapi);

} // namespace maerkbar::app
