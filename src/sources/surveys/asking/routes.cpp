#include "sources/surveys/asking/routes.hpp"

#include "sources/surveys/asking/visit.hpp"
#include "sources/surveys/permission.hpp"

namespace maerkbar::surveys {

namespace {

using web::Context;
using web::Method;
using web::Response;

struct Row {
    Method method;
    std::string_view pattern;
    Result<Response> (*handler)(asking::Visit&);
};

constexpr Row rows[] = {
    {Method::get, "/surveys/{survey}/links/{link}", asking::link_page},
    {Method::get, "/surveys/{survey}/links/{link}/poster", asking::poster},
};

} // namespace

std::vector<web::Route> asking_routes(Services& services) {
    std::vector<web::Route> routes;
    for (const auto& row : rows) {
        web::Route route;
        route.method = row.method;
        route.pattern = row.pattern;
        route.permission = may_manage;
        route.csrf = row.method == Method::get ? web::Csrf::none : web::Csrf::required;
        route.handler = [&services, handler = row.handler](Context& context) -> Result<Response> {
            auto base = TRY(editor::visit(services, context));
            auto here = TRY(asking::visit(base));
            return handler(here);
        };
        routes.push_back(std::move(route));
    }
    return routes;
}

} // namespace maerkbar::surveys
