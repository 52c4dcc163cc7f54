#pragma once

#include <vector>

#include "measurement/verdicts.hpp"
#include "organisation/services.hpp"
#include "web/route.hpp"

namespace maerkbar::measurement {

// What the pages and the API of measurement need. Everything outlives the routes.
struct PageServices {
    organisation::Services& organisation;
    Verdicts& verdicts;
};

[[nodiscard]] std::vector<web::Route> routes(PageServices& services);

} // namespace maerkbar::measurement
