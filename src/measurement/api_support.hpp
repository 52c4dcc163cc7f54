#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "base/json_writer.hpp"
#include "measurement/services.hpp"
#include "organisation/viewer.hpp"
#include "web/route.hpp"

// What the API handlers of this module share.
namespace maerkbar::measurement {

namespace may = organisation::permission;

// One request of somebody known.
struct ApiVisit {
    Services& services;
    web::Context& context;
    const organisation::Viewer& viewer;

    [[nodiscard]] TenantId tenant() const { return viewer.tenant(); }
    [[nodiscard]] const web::PathParameters& parameters() const { return context.request.parameters; }
    [[nodiscard]] const web::Fields& query() const { return context.request.query; }
    [[nodiscard]] const web::Fields& sent() const { return context.request.form; }
};

using ApiHandler = Result<web::Response> (*)(ApiVisit&);

struct ApiRoute {
    web::Method method;
    std::string_view pattern;
    std::string_view permission;
    ApiHandler handler;
    std::string_view summary;
    std::vector<web::ApiParameter> query = {};
    std::string_view request_schema = {};
    int success = 200;
};

void add_api_routes(std::vector<web::Route>& routes, Services& services, const std::vector<ApiRoute>& rows);

void add_indicator_api(std::vector<web::Route>& routes, Services& services);
void add_verdict_api(std::vector<web::Route>& routes, Services& services);
void add_target_api(std::vector<web::Route>& routes, Services& services);
void add_decision_api(std::vector<web::Route>& routes, Services& services);

// The unit in the path, if this person has the permission on it; else not_found, so that nothing is told.
[[nodiscard]] Result<UnitId> unit_in_path(const ApiVisit& visit, std::string_view permission);
[[nodiscard]] Result<IndicatorId> indicator_in_path(const ApiVisit& visit);
// Refuses where something belongs to a unit that this person may not change; unit 0 passes (it will not be
// found).
[[nodiscard]] Result<void> require_on(const ApiVisit& visit, UnitId unit, std::string_view permission);
// {"id": …}
[[nodiscard]] web::Response made(std::int64_t id, int status = 201);

// Runs `work(Transaction&)` as this person.
template <typename Work>
auto write_as(const ApiVisit& visit, Work work) {
    return visit.services.database().write(visit.viewer.actor, work);
}

} // namespace maerkbar::measurement
