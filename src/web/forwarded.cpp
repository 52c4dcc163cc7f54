#include "web/forwarded.hpp"

#include <algorithm>

#include "web/text.hpp"

namespace maerkbar::web {

void apply_forwarded(Request& request, std::span<const std::string> trusted_proxies) {
    const auto trusted = [&](std::string_view address) {
        return std::find(trusted_proxies.begin(), trusted_proxies.end(), address) != trusted_proxies.end();
    };
    if (!trusted(request.remote_address)) return;
    request.https =
        equal_ignoring_case(trimmed(request.headers.get("X-Forwarded-Proto").value_or("")), "https");
    auto addresses = request.headers.get("X-Forwarded-For").value_or("");
    while (!addresses.empty()) {
        const auto comma = addresses.rfind(',');
        const auto last = trimmed(addresses.substr(comma == std::string_view::npos ? 0 : comma + 1));
        addresses = addresses.substr(0, comma == std::string_view::npos ? 0 : comma);
        if (last.empty()) return;
        request.remote_address = last;
        if (!trusted(last)) return;
    }
}

} // namespace maerkbar::web
