#pragma once

#include <vector>

#include "measurement/services.hpp"
#include "sources/surveys/services.hpp"
#include "web/route.hpp"

namespace maerkbar::surveys::results {

// What the pages and API of results need. Everything outlives the routes.
struct ResultServices {
    surveys::Services& surveys;
    measurement::Services& measurement;
};

// Pages below /results and the API below /api/v1/surveys/{survey}/results, for the permission
// measurement.read on the unit asked for. They are given releases alone, never an answer.
[[nodiscard]] std::vector<web::Route> result_routes(ResultServices& services);

} // namespace maerkbar::surveys::results
