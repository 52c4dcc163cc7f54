#include "sources/surveys/kiosk/routes.hpp"

#include "sources/surveys/answering/respondent_page.hpp"
#include "sources/surveys/kiosk/pages.hpp"
#include "web/make_route.hpp"

namespace maerkbar::surveys {

namespace {

using namespace web::literals;
using web::Context;
using web::Method;
using web::Response;

struct Row {
    Method method;
    std::string_view pattern;
    Result<Response> (*handler)(Services&, Context&);
};

constexpr Row rows[] = {
    {Method::get, "/k/worker.js", kiosk::worker},
    {Method::get, "/k/{code}", kiosk::page},
    {Method::post, "/k/{code}/presses", kiosk::take_presses},
};

// Whoever sets up a kiosk is told on a page like those of respondents.
Result<Response> told_plainly(const Context& context, Result<Response> result) {
    const bool mistake = !result.ok() && (result.error().kind == ErrorKind::not_found ||
                                          result.error().code == "kiosk.not_here");
    if (!mistake) return result;
    web::Html body = "<p>"_html;
    body << context.language.error(result.error()) << "</p>"_html;
    return answering::plain_page(context.language, context.language("No kiosk can be opened here"), body,
                                 result.error().kind == ErrorKind::not_found ? 404 : 422);
}

} // namespace

std::vector<web::Route> kiosk_routes(Services& services) {
    std::vector<web::Route> routes;
    for (const auto& row : rows)
        routes.push_back(web::anonymous_route(row.method, row.pattern,
                                              [&services, handler = row.handler](Context& context) {
                                                  return told_plainly(context, handler(services, context));
                                              }));
    return routes;
}

} // namespace maerkbar::surveys
