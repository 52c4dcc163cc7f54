#include "web/cookie.hpp"

namespace maerkbar::web {

namespace {

std::string full_name(std::string_view name, bool https) {
    return (https ? "__Host-" : "") + std::string(name);
}

} // namespace

std::string header_of(const Cookie& cookie) {
    std::string line =
        full_name(cookie.name, cookie.https) + "=" + cookie.value + "; Path=/; HttpOnly; SameSite=Lax";
    if (cookie.https) line += "; Secure";
    if (cookie.lifetime) line += "; Max-Age=" + std::to_string(cookie.lifetime->count());
    return line;
}

void set_cookie(Response& response, const Cookie& cookie) {
    response.headers.add("Set-Cookie", header_of(cookie));
}

std::optional<std::string> read_cookie(const Request& request, std::string_view name) {
    return request.cookie(full_name(name, request.https));
}

} // namespace maerkbar::web
