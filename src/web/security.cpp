#include "web/security.hpp"

namespace maerkbar::web {

namespace {

constexpr std::string_view content_security_policy =
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; "
    "media-src 'self'; connect-src 'self'; manifest-src 'self'; form-action 'self'; frame-ancestors 'none'; "
    "base-uri 'none'";

void add_unless_set(Headers& headers, std::string_view name, std::string_view value) {
    if (!headers.has(name)) headers.add(std::string(name), std::string(value));
}

} // namespace

void add_security_headers(Response& response, bool personal, bool https) {
    auto& headers = response.headers;
    add_unless_set(headers, "Content-Security-Policy", content_security_policy);
    add_unless_set(headers, "X-Content-Type-Options", "nosniff");
    add_unless_set(headers, "Referrer-Policy", "same-origin");
    add_unless_set(headers, "Permissions-Policy", "camera=(), geolocation=(), microphone=()");
    add_unless_set(headers, "Cross-Origin-Opener-Policy", "same-origin");
    add_unless_set(headers, "Cross-Origin-Resource-Policy", "same-origin");
    add_unless_set(headers, "Cache-Control", personal ? "no-store" : "no-cache");
    if (!personal) add_unless_set(headers, "Vary", "Accept-Language, Cookie");
    if (https) add_unless_set(headers, "Strict-Transport-Security", "max-age=31536000");
}

} // namespace maerkbar::web
