#pragma once

#include <functional>
#include <vector>

#include "measurement/verdicts.hpp"
#include "organisation/viewer.hpp"
#include "web/route.hpp"

namespace maerkbar::measurement {

// What the pages and the API of measurement need. Everything outlives the routes.
struct PageServices {
    organisation::Services& organisation;
    Verdicts& verdicts;
    // What else waits in a unit, for the top of its Overview; filled in where other modules are known.
    std::function<Result<web::Html>(storage::Connection&, const organisation::Viewer&, UnitId,
                                    const web::Language&)>
        waiting = {};
};

[[nodiscard]] std::vector<web::Route> routes(PageServices& services);

} // namespace maerkbar::measurement
