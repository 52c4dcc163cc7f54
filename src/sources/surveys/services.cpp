#include "sources/surveys/services.hpp"

#include "base/translatable.hpp"
#include "organisation/theme.hpp"

namespace maerkbar::surveys {

Result<TenantId> tenant_of(storage::Connection& connection, const web::Request& request) {
    const auto tenant = TRY(organisation::tenant_at(connection, request));
    if (!tenant)
        return Error{ErrorKind::not_found, "link.unknown",
                     translatable("There is no survey at this address.")};
    return tenant->id;
}

Result<OpenLink> link_in_path(Services& services, const web::Context& context) {
    const auto code = context.request.parameters.text("code");
    return services.database().read([&](storage::Connection& connection) -> Result<OpenLink> {
        const auto tenant = TRY(tenant_of(connection, context.request));
        return open_link(connection, services.definitions, tenant, code, services.today());
    });
}

} // namespace maerkbar::surveys
