#pragma once

#include <vector>

#include "measurement/verdicts.hpp"
#include "organisation/services.hpp"
#include "web/route.hpp"

namespace maerkbar::app {

// Pages that belong to no module: searching them all, and the accessibility statement.
struct SiteServices {
    organisation::Services& organisation;
    measurement::Verdicts& verdicts;
};

[[nodiscard]] std::vector<web::Route> site_routes(SiteServices& services);

} // namespace maerkbar::app
