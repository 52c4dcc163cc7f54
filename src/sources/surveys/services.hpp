#pragma once

#include "organisation/services.hpp"
#include "sources/surveys/link_store.hpp"
#include "sources/surveys/permission.hpp"
#include "web/context.hpp"

namespace maerkbar::surveys {

// What pages and API of surveys need. Everything outlives the routes.
struct Services {
    organisation::Services& organisation;
    const web::Languages& languages;
    DefinitionCache definitions = {};

    [[nodiscard]] storage::Database& database() { return organisation.database; }
    [[nodiscard]] Date today() const { return organisation.today(); }
};

// The municipality that the request's host belongs to. Error: link.unknown (not_found).
Result<TenantId> tenant_of(storage::Connection& connection, const web::Request& request);
// The open link of the path's {code}; errors as open_link().
Result<OpenLink> link_in_path(Services& services, const web::Context& context);

} // namespace maerkbar::surveys
