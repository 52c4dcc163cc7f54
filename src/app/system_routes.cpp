#include "app/system_routes.hpp"
#include "web/make_route.hpp"

#include <unistd.h>

#include <cstdio>

namespace maerkbar::app {

namespace {

using web::Context;
using web::Response;
using web::Route;

// Without looking who asks, which would need the database: health must be told when it is away too.
Route open_route(std::string_view pattern, web::RouteHandler handler) {
    return web::anonymous_route(web::Method::get, pattern, std::move(handler));
}

Result<std::int64_t> ask(storage::Database& database) {
    return database.read([](storage::Connection& connection) { return connection.number("select 1"); });
}

// Resident memory in bytes, from the kernel's figures for this process; 0 where it gives none.
std::int64_t resident_bytes() {
    std::FILE* file = std::fopen("/proc/self/statm", "re");
    if (file == nullptr) return 0;
    long pages = 0;
    long resident = 0;
    const bool read = std::fscanf(file, "%ld %ld", &pages, &resident) == 2;
    std::fclose(file);
    return read ? static_cast<std::int64_t>(resident) * sysconf(_SC_PAGESIZE) : 0;
}

std::string gauge(std::string_view name, std::string_view help, std::int64_t value) {
    const std::string full = "maerkbar_" + std::string(name);
    return "# HELP " + full + " " + std::string(help) + "\n# TYPE " + full + " gauge\n" + full + " " +
           std::to_string(value) + "\n";
}

Result<Response> metrics(storage::Database& database) {
    const auto waiting = database.read([](storage::Connection& connection) {
        return connection.number("select count(*) from job where state in ('waiting', 'running')");
    });
    const auto failed = database.read([](storage::Connection& connection) {
        return connection.number("select count(*) from job where state = 'failed'");
    });
    std::string text = gauge("database_up", "1 when the database answers.", waiting.ok() ? 1 : 0);
    if (waiting.ok()) text += gauge("jobs_waiting", "Background jobs that wait or run.", *waiting);
    if (failed.ok()) text += gauge("jobs_failed", "Background jobs that have failed.", *failed);
    text += gauge("resident_bytes", "Resident memory of the process.", resident_bytes());
    auto response = Response::text(std::move(text));
    response.headers.set("Content-Type", "text/plain; version=0.0.4; charset=utf-8");
    return response;
}

} // namespace

std::vector<Route> system_routes(storage::Database& database, std::function<std::string()> openapi) {
    auto description = open_route(
        "/api/v1/openapi.json",
        [openapi = std::move(openapi)](Context&) -> Result<Response> { return Response::json(openapi()); });
    description.doc.summary = "This description";
    description.doc.response_schema = R"({"type":"object"})";
    return {
        open_route("/healthz", [](Context&) -> Result<Response> { return Response::text("ok\n"); }),
        open_route("/readyz",
                   [&database](Context&) -> Result<Response> {
                       TRY(ask(database));
                       return Response::text("ready\n");
                   }),
        open_route("/metrics", [&database](Context&) { return metrics(database); }),
        std::move(description),
    };
}

} // namespace maerkbar::app
