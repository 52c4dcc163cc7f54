#include "measurement/api.hpp"

#include "measurement/api_support.hpp"

namespace maerkbar::measurement {

std::vector<web::Route> api_routes(Services& services) {
    std::vector<web::Route> routes;
    add_indicator_api(routes, services);
    add_verdict_api(routes, services);
    add_target_api(routes, services);
    add_decision_api(routes, services);
    return routes;
}

} // namespace maerkbar::measurement
