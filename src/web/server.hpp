#pragma once

#include <chrono>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <string>
#include <vector>

#include "base/result.hpp"
#include "web/router.hpp"

namespace maerkbar::web {

struct ServerSettings {
    std::string address = "127.0.0.1";
    std::uint16_t port = 8080; // 0: any free one
    unsigned workers = 4;      // threads for handlers, which may block on the database
    unsigned connections = 2000;
    std::chrono::milliseconds head_deadline{10'000};  // for the whole head of a request
    std::chrono::milliseconds chunk_deadline{10'000}; // for each 32 KiB of a body
    std::chrono::milliseconds idle_deadline{60'000};  // between requests of one connection
    std::filesystem::path temporary;                  // folder for uploads
    std::vector<std::string> trusted_proxies; // whose X-Forwarded-For and -Proto count: 10.0.0.1, 10.0.0.0/8
};

// Serves a router over HTTP/1.1 until stopped.
class Server {
  public:
    virtual ~Server() = default;
    // Binds and starts its threads. The router must outlive the server. unavailable when the port is taken.
    static Result<std::unique_ptr<Server>> start(const ServerSettings& settings, Router& router);
    [[nodiscard]] virtual std::uint16_t port() const = 0;
    // Takes no more connections, ends idle ones, lets requests in flight finish until the deadline.
    // Returns whether all of them did.
    virtual bool stop(std::chrono::milliseconds deadline) = 0;
};

} // namespace maerkbar::web
