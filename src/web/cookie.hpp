#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <string_view>

#include "web/response.hpp"

namespace maerkbar::web {

// A cookie for this host only: HttpOnly, SameSite=Lax, path /. Over https it is Secure and its name gets the
// prefix
// __Host-, so that no other host of the domain can set it.
struct Cookie {
    std::string_view name;
    std::string value; // letters, digits and - _ . ~ only
    bool https = false;
    std::optional<std::chrono::seconds> lifetime = {}; // none: until the browser closes; 0: delete it
};

[[nodiscard]] std::string header_of(const Cookie& cookie);
void set_cookie(Response& response, const Cookie& cookie);
// The value of the cookie as set_cookie() wrote it.
[[nodiscard]] std::optional<std::string> read_cookie(const Request& request, std::string_view name);

} // namespace maerkbar::web
