#pragma once

#include <string>
#include <vector>

#include "web/route.hpp"

namespace maerkbar::web {

// The OpenAPI 3.1 document of all routes below /api/v1, from the route table alone.
[[nodiscard]] std::string openapi_document(const std::vector<Route>& routes, std::string_view version);

} // namespace maerkbar::web
