#include "measurement/pages/routes.hpp"

#include "measurement/pages/indicator_page.hpp"
#include "measurement/pages/overview.hpp"
#include "web/make_route.hpp"

namespace maerkbar::measurement {

namespace {

namespace permission = organisation::permission;
using web::Context;
using web::Method;
using web::Response;
using web::Route;

using Handler = Result<Response> (*)(PageServices&, Context&);

struct Row {
    Method method;
    std::string_view pattern;
    std::string_view permission;
    Handler handler;
};

constexpr Row rows[] = {
    {Method::get, "/", permission::measurement_read, pages::start},
    {Method::get, "/units/{unit}", permission::measurement_read, pages::overview},
    {Method::get, "/units/{unit}/indicators/{indicator}", permission::measurement_read, pages::indicator},
    {Method::get, "/units/{unit}/indicators/{indicator}/rows", permission::rows_read, pages::rows},
    {Method::get, "/units/{unit}/indicators/{indicator}/chart.csv", permission::measurement_read,
     pages::indicator_csv},
    {Method::get, "/units/{unit}/indicators/{indicator}/chart.xlsx", permission::measurement_read,
     pages::indicator_xlsx},
    {Method::get, "/units/{unit}/indicators/{indicator}/chart.svg", permission::measurement_read,
     pages::indicator_svg},
    {Method::post, "/units/{unit}/indicators/{indicator}/targets", permission::targets_set,
     pages::set_target},
    {Method::post, "/units/{unit}/indicators/{indicator}/targets/{target}/remove", permission::targets_set,
     pages::end_target},
    {Method::post, "/units/{unit}/indicators/{indicator}/notes", permission::notes_write, pages::add_note},
    {Method::post, "/units/{unit}/indicators/{indicator}/notes/{note}/remove", permission::notes_write,
     pages::remove_note},
    {Method::post, "/units/{unit}/indicators/{indicator}/decisions", permission::targets_set, pages::decide},
    {Method::post, "/units/{unit}/indicators/{indicator}/decisions/{decision}/remove",
     permission::targets_set, pages::take_back},
};

} // namespace

std::vector<Route> routes(PageServices& services) {
    std::vector<Route> all;
    for (const auto& row : rows)
        all.push_back(
            web::guarded_route(row.method, row.pattern, row.permission, web::with(services, row.handler)));
    return all;
}

} // namespace maerkbar::measurement
