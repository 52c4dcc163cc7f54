#include "sources/figures/routes.hpp"

#include "sources/figures/api.hpp"
#include "sources/figures/pages.hpp"

namespace maerkbar::sources {

std::vector<web::Route> routes(FiguresServices& services) {
    using Handler = Result<web::Response> (*)(FiguresServices&, web::Context&);
    const auto row = [&](web::Method method, std::string_view pattern, Handler handler) {
        web::Route route;
        route.method = method;
        route.pattern = pattern;
        route.permission = organisation::permission::figures_enter;
        route.csrf = method == web::Method::get ? web::Csrf::none : web::Csrf::required;
        route.handler = [&services, handler](web::Context& context) { return handler(services, context); };
        return route;
    };
    auto all = figures_api_routes(services);
    for (const auto& route : {
             row(web::Method::get, "/figures", pages::figures),
             row(web::Method::get, "/figures/sheet", pages::sheet),
             row(web::Method::post, "/figures/sheet", pages::send_sheet),
             row(web::Method::post, "/figures/published/{import}/undo", pages::undo_figures),
         })
        all.push_back(route);
    return all;
}

} // namespace maerkbar::sources
