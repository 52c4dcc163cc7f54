#include "sources/surveys/keeping/routes.hpp"

#include "base/translatable.hpp"
#include "web/make_route.hpp"

namespace maerkbar::surveys {

namespace {

using Handler = Result<web::Response> (*)(Services&, web::Context&);

web::Route for_makers(Services& services, web::Method method, std::string_view pattern, Handler handler) {
    return web::guarded_route(method, pattern, may_manage, web::with(services, handler));
}

// The code is in every form, so a forged one can do nothing.
web::Route for_respondents(Services& services, web::Method method, std::string_view pattern,
                           Handler handler) {
    return web::anonymous_route(method, pattern, web::with(services, handler));
}

constexpr web::parts::PageHelp help[] = {
    {"/surveys/{survey}/keeping",
     translatable(
         "Here it is decided how long answers are kept. Older ones are deleted once a day, and the audit "
         "trail tells how many. Keep them no longer than the purpose needs.")},
};

} // namespace

std::vector<web::Route> keeping_routes(Services& services) {
    using web::Method;
    std::vector<web::Route> routes;
    routes.push_back(for_makers(services, Method::get, "/surveys/{survey}/keeping", keeping::keeping_page));
    routes.push_back(
        for_makers(services, Method::post, "/surveys/{survey}/keeping", keeping::change_keeping));
    routes.push_back(for_respondents(services, Method::get, "/my-answers", keeping::own_form));
    routes.push_back(for_respondents(services, Method::post, "/my-answers", keeping::own_page));
    routes.push_back(for_respondents(services, Method::post, "/my-answers/withdraw", keeping::withdraw));
    return routes;
}

std::span<const web::parts::PageHelp> keeping_help() {
    return help;
}

} // namespace maerkbar::surveys
