#pragma once

#include <span>
#include <string>

#include "web/request.hpp"

namespace maerkbar::web {

// Sets who really asked, and whether over https, from X-Forwarded-For and X-Forwarded-Proto; they count only
// when the connection comes from a trusted proxy. The person's address is the last one that no trusted proxy
// has.
void apply_forwarded(Request& request, std::span<const std::string> trusted_proxies);

} // namespace maerkbar::web
