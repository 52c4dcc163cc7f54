#include "organisation/viewer.hpp"

#include "base/translatable.hpp"

namespace maerkbar::organisation {
namespace {

Error out_of_reach() {
    return {ErrorKind::forbidden, "organisation.out_of_reach",
            translatable("You may not do this here. Ask an administrator of the municipality.")};
}

} // namespace

Result<void> Viewer::require(std::string_view permission, UnitId unit) const {
    if (may(permission, unit)) return {};
    return out_of_reach();
}

Result<void> Viewer::require_everywhere(std::string_view permission) const {
    if (may_everywhere(permission)) return {};
    return out_of_reach();
}

Result<Viewer> viewer_of(Services& services, const web::Context& context) {
    const auto& who = context.who();
    return services.database.read([&](storage::Connection& connection) -> Result<Viewer> {
        return Viewer{{who.tenant, who.person, who.token_client ? "api" : "web", context.request.request_id},
                      TRY(services.sign_in.access(connection, who)),
                      TRY(services.trees.get(connection, who.tenant)),
                      services.today()};
    });
}

} // namespace maerkbar::organisation
