#include "sources/surveys/asking/routes.hpp"

#include "sources/surveys/asking/visit.hpp"
#include "sources/surveys/asking/waves.hpp"
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
    Result<Response> (*handler)(asking::Visit&);
};

constexpr Row rows[] = {
    {Method::get, "/surveys/{survey}/links/{link}", asking::link_page},
    {Method::get, "/surveys/{survey}/links/{link}/poster", asking::poster},
    {Method::get, "/surveys/{survey}/links/{link}/paper", asking::paper_form},
    {Method::get, "/surveys/{survey}/links/{link}/enter", asking::entry_page},
    {Method::post, "/surveys/{survey}/links/{link}/enter", asking::enter},
    {Method::post, "/surveys/{survey}/links/{link}/visitors", asking::count_visitors},
};

struct SurveyRow {
    Method method;
    std::string_view pattern;
    Result<Response> (*handler)(editor::Visit&);
};

constexpr SurveyRow survey_rows[] = {
    {Method::get, "/surveys/{survey}/waves", asking::waves_page},
    {Method::post, "/surveys/{survey}/waves", asking::create_wave},
    {Method::post, "/surveys/{survey}/waves/codes", asking::make_pair_codes},
};

} // namespace

std::vector<web::Route> asking_routes(Services& services) {
    std::vector<web::Route> routes;
    for (const auto& row : rows)
        routes.push_back(
            web::guarded_route(row.method, row.pattern, may_manage,
                               [&services, handler = row.handler](Context& context) -> Result<Response> {
                                   auto base = TRY(editor::visit(services, context));
                                   auto here = TRY(asking::visit(base));
                                   return handler(here);
                               }));
    for (const auto& row : survey_rows)
        routes.push_back(
            web::guarded_route(row.method, row.pattern, may_manage,
                               [&services, handler = row.handler](Context& context) -> Result<Response> {
                                   auto base = TRY(editor::visit(services, context));
                                   return handler(base);
                               }));
    return routes;
}

} // namespace maerkbar::surveys
