#include "organisation/routes.hpp"

#include "organisation/pages_account.hpp"
#include "organisation/pages_sign_in.hpp"
#include "organisation/pages_units.hpp"
#include "organisation/unit_facts_forms.hpp"
#include "organisation/unit_forms.hpp"

namespace maerkbar::organisation {

std::vector<web::Route> routes(Services& services) {
    std::vector<web::Route> all;
    add_sign_in_routes(all, services);
    add_account_routes(all, services);
    add_routes(all, services, unit_readings());
    add_routes(all, services, unit_facts_changes());
    add_routes(all, services, unit_changes());
    return all;
}

} // namespace maerkbar::organisation
