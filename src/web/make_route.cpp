#include "web/make_route.hpp"

namespace maerkbar::web {

Route guarded_route(Method method, std::string_view pattern, std::string_view permission,
                    RouteHandler handler) {
    Route route;
    route.method = method;
    route.pattern = pattern;
    route.access = permission.empty() ? Access::signed_in : Access::permission;
    route.permission = permission;
    route.csrf = method == Method::get ? Csrf::none : Csrf::required;
    route.handler = std::move(handler);
    return route;
}

Route anonymous_route(Method method, std::string_view pattern, RouteHandler handler) {
    Route route;
    route.method = method;
    route.pattern = pattern;
    route.access = Access::anonymous;
    route.csrf = Csrf::none;
    route.handler = std::move(handler);
    return route;
}

} // namespace maerkbar::web
