#include "sources/surveys/invitations/routes.hpp"

#include "sources/surveys/invitations/pages.hpp"
#include "sources/surveys/permission.hpp"

namespace maerkbar::surveys {

namespace {

using web::Context;
using web::Method;
using web::Response;

struct Row {
    Method method;
    std::string_view pattern;
    Result<Response> (*handler)(InvitationServices&, asking::Visit&);
};

constexpr Row rows[] = {
    {Method::get, "/surveys/{survey}/links/{link}/invitations", invitations::page},
    {Method::post, "/surveys/{survey}/links/{link}/invitations", invitations::start},
    {Method::post, "/surveys/{survey}/links/{link}/invitations/{sending}/end", invitations::end},
};

} // namespace

std::vector<web::Route> invitation_routes(InvitationServices& services) {
    std::vector<web::Route> routes;
    for (const auto& row : rows) {
        web::Route route;
        route.method = row.method;
        route.pattern = row.pattern;
        route.permission = may_manage;
        route.csrf = row.method == Method::get ? web::Csrf::none : web::Csrf::required;
        route.handler = [&services, handler = row.handler](Context& context) -> Result<Response> {
            auto base = TRY(editor::visit(services.surveys, context));
            auto here = TRY(asking::visit(base));
            return handler(services, here);
        };
        routes.push_back(std::move(route));
    }
    return routes;
}

} // namespace maerkbar::surveys
