#include "measurement/editor/routes.hpp"

#include "measurement/editor/visit.hpp"
#include "web/make_route.hpp"

namespace maerkbar::measurement {

namespace {

using web::Context;
using web::Method;
using web::Response;

struct Row {
    Method method;
    std::string_view pattern;
    std::string_view permission;
    Result<Response> (*handler)(Services&, Context&);
};

namespace may = organisation::permission;

constexpr Row rows[] = {
    {Method::get, "/indicators", may::measurement_read, editor::list},
    {Method::get, "/indicators/library/{code}", may::measurement_define, editor::ready_form},
    {Method::post, "/indicators/library/{code}", may::measurement_define, editor::adopt_ready},
    {Method::get, "/indicators/new", may::measurement_define, editor::new_form},
    {Method::post, "/indicators/new", may::measurement_define, editor::create},
    {Method::get, "/indicators/{indicator}/edit", may::measurement_define, editor::edit_form},
    {Method::post, "/indicators/{indicator}/edit", may::measurement_define, editor::change},
    {Method::post, "/indicators/{indicator}/archive", may::measurement_define, editor::archive},
};

} // namespace

std::vector<web::Route> editor_routes(Services& services) {
    std::vector<web::Route> routes;
    for (const auto& row : rows)
        routes.push_back(
            web::guarded_route(row.method, row.pattern, row.permission, web::with(services, row.handler)));
    return routes;
}

} // namespace maerkbar::measurement
