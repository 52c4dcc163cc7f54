#pragma once

#include <span>
#include <string>
#include <string_view>

#include "web/request.hpp"

namespace maerkbar::web {

// Sets who really asked, and whether over https, from X-Forwarded-For and X-Forwarded-Proto; they count only
// when the connection comes from a trusted proxy. The person's address is the last one that no trusted proxy
// has.
// A proxy is named by its address or its network: 10.0.0.1, 10.0.0.0/8, ::1, fd00::/8.
void apply_forwarded(Request& request, std::span<const std::string> trusted_proxies);

// Whether the network, or the single address, is written rightly: for checking the configuration.
[[nodiscard]] bool is_network(std::string_view text);

} // namespace maerkbar::web
