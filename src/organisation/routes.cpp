#include "organisation/routes.hpp"

#include "organisation/pages_account.hpp"
#include "organisation/pages_audit.hpp"
#include "organisation/pages_catalogue.hpp"
#include "organisation/pages_import.hpp"
#include "organisation/pages_levels.hpp"
#include "organisation/pages_municipality.hpp"
#include "organisation/pages_people.hpp"
#include "organisation/pages_places.hpp"
#include "organisation/pages_sign_in.hpp"
#include "organisation/pages_tokens.hpp"
#include "organisation/pages_units.hpp"
#include "organisation/theme.hpp"
#include "organisation/unit_facts_forms.hpp"
#include "organisation/unit_forms.hpp"

namespace maerkbar::organisation {

std::vector<web::Route> routes(Services& services) {
    std::vector<web::Route> all;
    add_sign_in_routes(all, services);
    add_account_routes(all, services);
    add_routes(all, services, unit_readings());
    add_import_routes(all, services);
    add_routes(all, services, municipality_readings());
    add_routes(all, services, municipality_changes());
    add_routes(all, services, level_readings());
    add_routes(all, services, level_changes());
    all.push_back(theme_route(services));
    add_routes(all, services, unit_facts_changes());
    add_routes(all, services, unit_changes());
    add_routes(all, services, people_readings());
    add_routes(all, services, people_changes());
    add_routes(all, services, catalogue_readings());
    add_routes(all, services, catalogue_changes());
    add_routes(all, services, place_readings());
    add_routes(all, services, place_changes());
    add_routes(all, services, token_readings());
    add_routes(all, services, token_changes());
    add_routes(all, services, audit_readings());
    return all;
}

} // namespace maerkbar::organisation
