#pragma once

#include "organisation/services.hpp"
#include "web/route.hpp"

namespace maerkbar::organisation {

// Signing in and out, the one-time code of a new person, and the set-up of an empty installation.
void add_sign_in_routes(std::vector<web::Route>& routes, Services& services);

} // namespace maerkbar::organisation
