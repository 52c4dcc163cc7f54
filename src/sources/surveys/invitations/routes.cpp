#include "sources/surveys/invitations/routes.hpp"

#include "sources/surveys/invitations/pages.hpp"
#include "sources/surveys/permission.hpp"
#include "web/make_route.hpp"

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
    for (const auto& row : rows)
        routes.push_back(
            web::guarded_route(row.method, row.pattern, may_manage,
                               [&services, handler = row.handler](Context& context) -> Result<Response> {
                                   auto base = TRY(editor::visit(services.surveys, context));
                                   auto here = TRY(asking::visit(base));
                                   return handler(services, here);
                               }));
    return routes;
}

} // namespace maerkbar::surveys
