#pragma once

#include "organisation/form_page.hpp"

namespace maerkbar::organisation {

// Units from a CSV or XLSX file: choose, look at what it would change, confirm.
void add_import_routes(std::vector<web::Route>& routes, Services& services);

} // namespace maerkbar::organisation
