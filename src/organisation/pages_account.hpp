#pragma once

#include "organisation/form_page.hpp"

namespace maerkbar::organisation {

// My account: name, language, colours, password and sessions of the person who is signed in.
void add_account_routes(std::vector<web::Route>& routes, Services& services);

} // namespace maerkbar::organisation
