#pragma once

#include <functional>
#include <string_view>

#include "web/route.hpp"

namespace maerkbar::web {

using RouteHandler = std::function<Result<Response>(Context&)>;

// For people who have the permission; with an empty one, for any person who is signed in. What changes
// something must carry the form token.
[[nodiscard]] Route guarded_route(Method method, std::string_view pattern, std::string_view permission,
                                  RouteHandler handler);

// For anybody, without looking who it is, and without a form token.
[[nodiscard]] Route anonymous_route(Method method, std::string_view pattern, RouteHandler handler);

// A handler that is given its module's services, which must outlive the routes.
template <typename Services>
[[nodiscard]] RouteHandler with(Services& services, Result<Response> (*handler)(Services&, Context&)) {
    return [&services, handler](Context& context) { return handler(services, context); };
}

} // namespace maerkbar::web
