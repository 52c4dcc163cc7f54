#pragma once

#include "measurement/pages/visit.hpp"

namespace maerkbar::measurement::pages {

// GET /: the Overview of the topmost unit the person may see; a choice where there are several.
Result<web::Response> start(PageServices& services, web::Context& context);
// GET /units/{unit}
Result<web::Response> overview(PageServices& services, web::Context& context);

} // namespace maerkbar::measurement::pages
