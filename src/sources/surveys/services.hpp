#pragma once

#include "organisation/services.hpp"
#include "sources/surveys/guess_limit.hpp"
#include "sources/surveys/link_store.hpp"
#include "sources/surveys/permission.hpp"
#include "web/context.hpp"
#include "web/nynorsk.hpp"

namespace maerkbar::surveys {

// What pages and API of surveys need. Everything outlives the routes.
struct Services {
    organisation::Services& organisation;
    const web::Languages& languages;
    web::Language nynorsk = web::nynorsk(); // for respondents
    std::string pairing_secret = {};        // 32 bytes from outside the database; see pair_values.hpp
    DefinitionCache definitions = {};
    GuessLimit guesses = {};

    [[nodiscard]] storage::Database& database() { return organisation.database; }
    [[nodiscard]] Date today() const { return organisation.today(); }
};

// The municipality that the request's host belongs to. Error: link.unknown (not_found).
Result<TenantId> tenant_of(storage::Connection& connection, const web::Request& request);
// What names the colours of that municipality, for the page's style; empty where it has none of its own.
[[nodiscard]] std::string theme_of(Services& services, const web::Request& request);
[[nodiscard]] std::string theme_of(const OpenLink& link);
// The open link of the path's {code}; errors as open_link().
Result<OpenLink> link_in_path(Services& services, const web::Context& context);

// What `look_up()` gives, unless too many wrong codes were typed lately; a wrong one counts. Error:
// code.too_many.
template <typename F>
std::invoke_result_t<F&> guarded_code(Services& services, const web::Context& context, TenantId tenant,
                                      F&& look_up) {
    const auto& address = context.request.remote_address;
    const auto now = services.database().now();
    TRY(services.guesses.check(tenant, address, now));
    auto found = look_up();
    if (!found.ok() && found.error().code == "code.unknown") services.guesses.wrong(tenant, address, now);
    return found;
}

} // namespace maerkbar::surveys
