#include "web/forwarded.hpp"

#include <arpa/inet.h>

#include <algorithm>
#include <array>
#include <charconv>

#include "web/text.hpp"

namespace maerkbar::web {

namespace {

// 4 or 16 bytes; empty for what is no address.
std::string bytes_of(std::string_view address) {
    std::array<char, 16> bytes;
    const std::string text(address);
    if (inet_pton(AF_INET, text.c_str(), bytes.data()) == 1) return {bytes.data(), 4};
    if (inet_pton(AF_INET6, text.c_str(), bytes.data()) == 1) return {bytes.data(), 16};
    return {};
}

struct Network {
    std::string bytes;    // empty: written wrongly
    std::size_t bits = 0; // how many of them must be equal
};

Network parse_network(std::string_view text) {
    const auto slash = text.find('/');
    Network network{bytes_of(text.substr(0, slash)), 0};
    network.bits = network.bytes.size() * 8;
    if (slash == std::string_view::npos) return network;
    const auto length = text.substr(slash + 1);
    std::size_t bits = 0;
    const auto [end, error] = std::from_chars(length.data(), length.data() + length.size(), bits);
    if (error != std::errc() || end != length.data() + length.size() || bits > network.bits) return {};
    network.bits = bits;
    return network;
}

bool holds(const Network& network, std::string_view address) {
    const auto bytes = bytes_of(address);
    if (bytes.empty() || bytes.size() != network.bytes.size()) return false;
    for (std::size_t bit = 0; bit < network.bits; ++bit) {
        const auto difference = static_cast<unsigned char>(bytes[bit / 8] ^ network.bytes[bit / 8]);
        if ((difference >> (7 - bit % 8)) & 1) return false;
    }
    return true;
}

} // namespace

bool is_network(std::string_view text) {
    return !parse_network(text).bytes.empty();
}

void apply_forwarded(Request& request, std::span<const std::string> trusted_proxies) {
    const auto trusted = [&](std::string_view address) {
        return std::any_of(trusted_proxies.begin(), trusted_proxies.end(),
                           [&](const auto& network) { return holds(parse_network(network), address); });
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
