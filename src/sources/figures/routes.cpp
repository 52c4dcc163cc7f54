#include "sources/figures/routes.hpp"

#include "sources/figures/api.hpp"
#include "sources/figures/pages.hpp"
#include "web/make_route.hpp"

namespace maerkbar::sources {

std::vector<web::Route> routes(FiguresServices& services) {
    using Handler = Result<web::Response> (*)(FiguresServices&, web::Context&);
    const auto row = [&](web::Method method, std::string_view pattern, Handler handler) {
        return web::guarded_route(method, pattern, organisation::permission::figures_enter,
                                  web::with(services, handler));
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
