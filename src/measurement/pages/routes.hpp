#pragma once

#include <functional>
#include <vector>

#include "measurement/verdicts.hpp"
#include "organisation/viewer.hpp"
#include "web/route.hpp"

namespace maerkbar::measurement {

// A piece of a unit's Overview that another module writes; it may be empty.
using UnitPart = std::function<Result<web::Html>(storage::Connection&, const organisation::Viewer&, UnitId,
                                                 const web::Language&)>;

// What the pages and the API of measurement need. Everything outlives the routes.
struct PageServices {
    organisation::Services& organisation;
    Verdicts& verdicts;
    // What else waits in the unit, at the top, and where more of it stands, at the end; filled in where other
    // modules are known.
    UnitPart waiting = {};
    UnitPart elsewhere = {};
};

[[nodiscard]] std::vector<web::Route> routes(PageServices& services);

} // namespace maerkbar::measurement
