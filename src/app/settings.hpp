#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

#include "base/result.hpp"
#include "messages/gateway.hpp"

namespace maerkbar::app {

// What the IT department decides, from maerkbar.toml and the command line. docs/admin/configure.md explains
// each.
struct Settings {
    std::filesystem::path data = "var/maerkbar"; // database, key and uploads
    std::string database;                        // empty: SQLite in `data`; otherwise postgresql://…
    std::string address = "127.0.0.1";
    std::uint16_t port = 8080;
    bool https = false; // behind a proxy that speaks https
    std::vector<std::string> trusted_proxies;
    std::uint64_t upload_megabytes = 200;
    unsigned workers = 4;
    std::uint64_t check_at_once_bytes = 5'000'000; // larger uploads are checked in the background
    messages::GatewaySettings gateways;            // [mail] and [sms]
    bool cheap_passwords = false;                  // tests only: the least cost that libsodium allows

    [[nodiscard]] std::string database_url() const;
};

// Reads a TOML file over `settings`. Errors: not_found, invalid with the line.
Result<void> read_settings(const std::filesystem::path& file, Settings& settings);

} // namespace maerkbar::app
