#include "organisation/theme.hpp"

#include "web/asset.hpp"
#include "web/parts/theme.hpp"

namespace maerkbar::organisation {
namespace {

std::string sheet_of(const std::optional<Tenant>& tenant) {
    const auto colour = tenant ? web::parts::Colour::parse(tenant->colour) : std::nullopt;
    return colour ? web::parts::theme_css(*colour) : std::string{};
}

Result<web::Response> send_sheet(Services& services, web::Context& context) {
    const auto tenant = TRY(services.database.read([&](storage::Connection& connection) {
        return context.identity != nullptr ? find_tenant(connection, context.identity->tenant)
                                           : tenant_at(connection, context.request);
    }));
    const auto sheet = sheet_of(tenant);
    return web::asset(context.request, sheet, web::content_type_of("theme.css"), web::digest_of(sheet));
}

} // namespace

std::string theme_digest(const Tenant& tenant) {
    const auto sheet = sheet_of(tenant);
    return sheet.empty() ? std::string{} : web::digest_of(sheet);
}

web::Route theme_route(Services& services) {
    web::Route route;
    route.pattern = "/theme.css";
    route.access = web::Access::open;
    route.csrf = web::Csrf::none;
    route.handler = [&services](web::Context& context) { return send_sheet(services, context); };
    return route;
}

Result<std::optional<Tenant>> tenant_at(storage::Connection& connection, const web::Request& request) {
    auto host = std::string{request.headers.get("Host").value_or("")};
    if (const auto port = host.rfind(':'); port != std::string::npos) host.resize(port);
    return tenant_at_host(connection, host);
}

} // namespace maerkbar::organisation
