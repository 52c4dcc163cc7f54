#include "sources/surveys/services.hpp"

#include "base/translatable.hpp"
#include "organisation/theme.hpp"

namespace maerkbar::surveys {

namespace {

Result<organisation::Tenant> tenant_at(storage::Connection& connection, const web::Request& request) {
    auto tenant = TRY(organisation::tenant_at(connection, request));
    if (!tenant)
        return Error{ErrorKind::not_found, "link.unknown",
                     translatable("There is no survey at this address.")};
    return std::move(*tenant);
}

} // namespace

Result<TenantId> tenant_of(storage::Connection& connection, const web::Request& request) {
    return TRY(tenant_at(connection, request)).id;
}

std::string theme_of(Services& services, const web::Request& request) {
    const auto tenant = services.database().read(
        [&](storage::Connection& connection) { return tenant_at(connection, request); });
    return tenant.ok() ? organisation::theme_digest(*tenant) : std::string();
}

std::string theme_of(const OpenLink& link) {
    organisation::Tenant tenant;
    tenant.colour = link.colour;
    return organisation::theme_digest(tenant);
}

Result<OpenLink> link_in_path(Services& services, const web::Context& context) {
    const auto code = context.request.parameters.text("code");
    return services.database().read([&](storage::Connection& connection) -> Result<OpenLink> {
        const auto tenant = TRY(tenant_at(connection, context.request));
        auto link = TRY(open_link(connection, services.definitions, tenant.id, code, services.today()));
        link.colour = tenant.colour;
        return link;
    });
}

} // namespace maerkbar::surveys
