#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "organisation/access.hpp"
#include "storage/transaction.hpp"

// Tokens with which integrations call the API.
namespace maerkbar::organisation {

using ApiTokenId = StrongId<struct ApiTokenTag>;

struct ApiToken {
    ApiTokenId id;
    std::string name;
    UnitId unit;
    std::vector<std::string> permissions;
    Instant created;
    std::optional<Instant> expires = {};
    std::optional<Instant> last_used = {};
    std::optional<Instant> revoked = {};

    [[nodiscard]] bool works_at(Instant now) const { return !revoked && (!expires || now < *expires); }
};

struct NewApiToken {
    std::string name;
    UnitId unit;
    std::vector<std::string> permissions;
    std::optional<Instant> expires = {};
};
struct IssuedApiToken {
    ApiTokenId id;
    std::string secret; // "mk_1.…": shown once, stored nowhere in clear
};

// `creator` must itself hold every permission on the unit. Errors: organisation.token_name,
// organisation.token_permission (invalid), organisation.token_beyond (forbidden).
Result<IssuedApiToken> issue_token(storage::Transaction& transaction, const NewApiToken& wanted,
                                   const Access& creator, const UnitTree& tree, Date today);
// By what the integration sends; `tenant` becomes the one that the token names.
Result<std::optional<ApiToken>> find_token(storage::Connection& connection, std::string_view secret,
                                           TenantId& tenant);
Result<std::optional<ApiToken>> find_token(storage::Connection& connection, TenantId tenant,
                                           ApiTokenId token);
// Those on units of the scope, the newest first.
Result<std::vector<ApiToken>> list_tokens(storage::Connection& connection, TenantId tenant,
                                          const UnitScope& scope, const UnitTree& tree, Date today);
// Error: organisation.unknown_token (not_found), also outside the scope.
Result<void> revoke_token(storage::Transaction& transaction, ApiTokenId token, const UnitScope& scope,
                          const UnitTree& tree, Date today);
Result<void> touch_token(storage::Transaction& transaction, TenantId tenant, ApiTokenId token);

} // namespace maerkbar::organisation
