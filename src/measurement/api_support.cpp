#include "measurement/api_support.hpp"

#include "base/translatable.hpp"
#include "web/make_route.hpp"

namespace maerkbar::measurement {

namespace {

constexpr std::string_view any_object = R"({"type":"object"})";

web::Route route_of(Services& services, const ApiRoute& row) {
    auto route = web::guarded_route(
        row.method, row.pattern, row.permission,
        [&services, handler = row.handler](web::Context& context) -> Result<web::Response> {
            const auto viewer = TRY(organisation::viewer_of(services.organisation, context));
            ApiVisit visit{services, context, viewer};
            return handler(visit);
        });
    route.doc.summary = row.summary;
    route.doc.query = row.query;
    route.doc.request_schema = row.request_schema;
    route.doc.response_schema = row.success == 204 ? std::string_view() : any_object;
    route.doc.success = row.success;
    return route;
}

} // namespace

void add_api_routes(std::vector<web::Route>& routes, Services& services, const std::vector<ApiRoute>& rows) {
    for (const auto& row : rows)
        routes.push_back(route_of(services, row));
}

Result<UnitId> unit_in_path(const ApiVisit& visit, std::string_view permission) {
    const auto unit = TRY(visit.parameters().id<UnitId>("unit"));
    if (visit.viewer.tree->find(unit) != nullptr && visit.viewer.may(permission, unit)) return unit;
    return Error{ErrorKind::not_found, "organisation.unknown_unit", translatable("There is no such unit.")};
}

Result<IndicatorId> indicator_in_path(const ApiVisit& visit) {
    return visit.parameters().id<IndicatorId>("indicator");
}

Result<void> require_on(const ApiVisit& visit, UnitId unit, std::string_view permission) {
    return unit ? visit.viewer.require(permission, unit) : Result<void>();
}

web::Response made(std::int64_t id, int status) {
    JsonWriter json;
    json.begin_object().member("id", id).end_object();
    return web::Response::json(std::move(json).text(), status);
}

} // namespace maerkbar::measurement
