#include "sources/surveys/editor/routes.hpp"

#include "sources/surveys/editor/visit.hpp"
#include "web/make_route.hpp"

namespace maerkbar::surveys {

namespace {

using web::Context;
using web::Method;
using web::Response;

struct Row {
    Method method;
    std::string_view pattern;
    Result<Response> (*handler)(Services&, Context&);
};

constexpr Row rows[] = {
    {Method::get, "/surveys", editor::list},
    {Method::post, "/surveys/library/{code}", editor::adopt},
    {Method::post, "/surveys/new", editor::create},
    {Method::post, "/surveys/import", editor::take_over},
    {Method::get, "/surveys/{survey}", editor::survey_page},
    {Method::post, "/surveys/{survey}/publish", editor::publish},
    {Method::post, "/surveys/{survey}/archive", editor::archive},
    {Method::get, "/surveys/{survey}/export/{format}", editor::export_file},
    {Method::get, "/surveys/{survey}/texts", editor::texts_page},
    {Method::post, "/surveys/{survey}/texts", editor::change_texts},
    {Method::get, "/surveys/{survey}/questions/new", editor::new_question},
    {Method::post, "/surveys/{survey}/questions/new", editor::add_question},
    {Method::get, "/surveys/{survey}/questions/{question}", editor::question_page},
    {Method::post, "/surveys/{survey}/questions/{question}", editor::change_question},
    {Method::post, "/surveys/{survey}/questions/{question}/move", editor::move_question},
    {Method::get, "/surveys/{survey}/pages/new", editor::new_page},
    {Method::post, "/surveys/{survey}/pages/new", editor::add_page},
    {Method::get, "/surveys/{survey}/pages/{page}", editor::page_form},
    {Method::post, "/surveys/{survey}/pages/{page}", editor::change_page},
    {Method::post, "/surveys/{survey}/pages/{page}/move", editor::move_page},
    {Method::get, "/surveys/{survey}/sections", editor::sections_page},
    {Method::post, "/surveys/{survey}/sections", editor::change_sections},
    {Method::get, "/surveys/{survey}/preview", editor::preview},
    {Method::get, "/surveys/{survey}/links/new", editor::link_form},
    {Method::post, "/surveys/{survey}/links/new", editor::create_link},
    {Method::post, "/surveys/{survey}/links/{link}/end", editor::end_link},
    {Method::post, "/surveys/{survey}/links/{link}/codes", editor::make_codes},
};

} // namespace

std::vector<web::Route> editor_routes(Services& services) {
    std::vector<web::Route> routes;
    for (const auto& row : rows) {
        auto route =
            web::guarded_route(row.method, row.pattern, may_manage, web::with(services, row.handler));
        if (row.pattern == "/surveys/import") route.limit = web::BodyLimit::upload;
        routes.push_back(std::move(route));
    }
    return routes;
}

} // namespace maerkbar::surveys
