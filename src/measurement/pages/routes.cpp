#include "measurement/pages/routes.hpp"

#include "measurement/pages/api.hpp"
#include "measurement/pages/indicator_list.hpp"
#include "measurement/pages/indicator_page.hpp"
#include "measurement/pages/overview.hpp"

namespace maerkbar::measurement {

namespace {

namespace permission = organisation::permission;
using web::Context;
using web::Csrf;
using web::Method;
using web::Response;
using web::Route;

using Handler = Result<Response> (*)(PageServices&, Context&);

constexpr std::string_view indicator_schema =
    R"({"type":"object","required":["id","definition"],"properties":{"id":{"type":"integer"},"edition":{"type":"integer"},"computing":{"type":"boolean"},"archived":{"type":"boolean"},"definition":{"type":"object"}}})";
constexpr std::string_view list_schema =
    R"({"type":"object","required":["items"],"properties":{"items":{"type":"array","items":{"type":"object"}}}})";
constexpr std::string_view object_schema = R"({"type":"object"})";

struct Row {
    Method method;
    std::string_view pattern;
    std::string_view permission;
    Handler handler;
    std::string_view summary = {}; // of the API
    std::string_view response = {};
    int success = 200;
};

constexpr Row rows[] = {
    {Method::get, "/", permission::measurement_read, pages::start},
    {Method::get, "/units/{unit}", permission::measurement_read, pages::overview},
    {Method::get, "/units/{unit}/indicators/{indicator}", permission::measurement_read, pages::indicator},
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
    {Method::post, "/units/{unit}/indicators/{indicator}/decisions", permission::measurement_define,
     pages::decide},
    {Method::post, "/units/{unit}/indicators/{indicator}/decisions/{decision}/remove",
     permission::measurement_define, pages::take_back},
    {Method::get, "/indicators", permission::measurement_read, pages::indicator_list},
    {Method::get, "/indicators/new", permission::measurement_define, pages::new_form},
    {Method::post, "/indicators/new", permission::measurement_define, pages::create},
    {Method::post, "/indicators/library/{code}", permission::measurement_define, pages::adopt_indicator},
    {Method::get, "/indicators/{indicator}/edit", permission::measurement_define, pages::edit_form},
    {Method::post, "/indicators/{indicator}/edit", permission::measurement_define, pages::save},
    {Method::get, "/api/v1/indicators", permission::measurement_read, api::indicators, "List indicators",
     list_schema},
    {Method::post, "/api/v1/indicators", permission::measurement_define, api::create_indicator,
     "Define an indicator; its cells are computed in the background", indicator_schema, 201},
    {Method::put, "/api/v1/indicators/{indicator}", permission::measurement_define, api::change_indicator,
     "Change a definition; old results stay visible until the new ones are computed", indicator_schema},
    {Method::get, "/api/v1/units/{unit}/indicators/{indicator}/verdict", permission::measurement_read,
     api::verdict, "The verdict of an indicator in a unit, with its sentence", object_schema},
};

Route route_of(PageServices& services, const Row& row) {
    Route route;
    route.method = row.method;
    route.pattern = row.pattern;
    route.access = web::Access::permission;
    route.permission = row.permission;
    route.csrf = row.method == Method::get ? Csrf::none : Csrf::required;
    route.handler = [&services, handler = row.handler](Context& context) {
        return handler(services, context);
    };
    route.doc.summary = row.summary;
    route.doc.response_schema = row.response;
    route.doc.success = row.success;
    if (row.method == Method::post || row.method == Method::put) route.doc.request_schema = object_schema;
    return route;
}

} // namespace

std::vector<Route> routes(PageServices& services) {
    std::vector<Route> all;
    for (const auto& row : rows)
        all.push_back(route_of(services, row));
    return all;
}

} // namespace maerkbar::measurement
