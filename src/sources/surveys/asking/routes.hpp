#pragma once

#include "sources/surveys/services.hpp"
#include "web/route.hpp"

namespace maerkbar::surveys {

// One place where a survey is asked, and everything that is made for it: /surveys/{survey}/links/{link} and
// below.
[[nodiscard]] std::vector<web::Route> asking_routes(Services& services);

} // namespace maerkbar::surveys
