#pragma once

#include <string>

#include "organisation/services.hpp"
#include "organisation/tenants.hpp"
#include "web/route.hpp"

// The municipality's colour on every page.
namespace maerkbar::organisation {

// What names the present content of /theme.css; empty where the municipality has no colour of its own.
[[nodiscard]] std::string theme_digest(const Tenant& tenant);

// GET /theme.css: of the signed-in person's municipality, otherwise of the one at this host name. Kept by
// browsers under ?v=DIGEST; empty where there is no colour.
[[nodiscard]] web::Route theme_route(Services& services);

// The tenant that the request's host name leads to.
[[nodiscard]] Result<std::optional<Tenant>> tenant_at(storage::Connection& connection,
                                                      const web::Request& request);

} // namespace maerkbar::organisation
