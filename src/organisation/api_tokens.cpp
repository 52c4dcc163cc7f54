#include "organisation/api_tokens.hpp"

#include <algorithm>

#include "base/text.hpp"
#include "organisation/scope_sql.hpp"
#include "organisation/secrets.hpp"
#include "organisation/sessions.hpp"

namespace maerkbar::organisation {
namespace {

constexpr std::string_view prefix = "mk_";
constexpr std::string_view token_columns =
    "select id, name, unit_id, permissions, created_at, expires_at, last_used_at, revoked_at from api_token "
    "where tenant_id = ? and ";

std::vector<std::string> words_of(std::string_view text) {
    std::vector<std::string> words;
    while (!text.empty()) {
        const auto blank = std::min(text.find(' '), text.size());
        if (blank > 0) words.emplace_back(text.substr(0, blank));
        text.remove_prefix(std::min(blank + 1, text.size()));
    }
    return words;
}

ApiToken token_of(const storage::Row& row) {
    return {row.id<ApiTokenId>(0), row.string(1),           row.id<UnitId>(2),       words_of(row.text(3)),
            row.instant(4),        row.optional_instant(5), row.optional_instant(6), row.optional_instant(7)};
}

Result<void> check(const NewApiToken& wanted, const Access& creator, const UnitTree& tree, Date today) {
    if (folded(wanted.name).empty() || wanted.name.size() > 200)
        return Error{ErrorKind::invalid,
                     "organisation.token_name",
                     "Give the key a name that says what uses it.",
                     {},
                     "name"};
    if (wanted.permissions.empty() || !std::ranges::all_of(wanted.permissions, is_permission))
        return Error{ErrorKind::invalid,
                     "organisation.token_permission",
                     "Choose at least one permission.",
                     {},
                     "permission"};
    const bool allowed = std::ranges::all_of(wanted.permissions, [&](const std::string& permission) {
        return creator.may(permission, wanted.unit, tree, today);
    });
    if (!allowed)
        return Error{ErrorKind::forbidden,
                     "organisation.token_beyond",
                     "You can only give permissions that you have yourself on that unit.",
                     {},
                     "permission"};
    return {};
}

} // namespace

Result<IssuedApiToken> issue_token(storage::Transaction& transaction, const NewApiToken& wanted,
                                   const Access& creator, const UnitTree& tree, Date today) {
    TRY(check(wanted, creator, tree, today));
    const auto tenant = transaction.actor().tenant;
    const auto id = TRY(transaction.next_id<ApiTokenId>(tenant, "api_token"));
    const auto secret = std::string{prefix} + session_cookie(tenant, random_token());
    TRY(transaction.connection().execute(
        "insert into api_token (tenant_id, id, name, token_hash, unit_id, permissions, created_at, "
        "created_by, expires_at) "
        "values (?, ?, ?, ?, ?, ?, ?, ?, ?)",
        {tenant, id, wanted.name, token_hash(secret), wanted.unit, joined(wanted.permissions, " "),
         transaction.now(), transaction.actor().person, wanted.expires}));
    TRY(transaction.audit({"api_token.issued", "api_token", std::to_string(id.value)}));
    return IssuedApiToken{id, secret};
}

Result<std::optional<ApiToken>> find_token(storage::Connection& connection, std::string_view secret,
                                           TenantId& tenant) {
    if (!secret.starts_with(prefix)) return std::optional<ApiToken>{};
    const auto parts = parts_of_cookie(secret.substr(prefix.size()));
    if (!parts) return std::optional<ApiToken>{};
    tenant = parts->tenant;
    return connection.first(std::string{token_columns} + "token_hash = ?", {tenant, token_hash(secret)},
                            token_of);
}

Result<std::optional<ApiToken>> find_token(storage::Connection& connection, TenantId tenant,
                                           ApiTokenId token) {
    return connection.first(std::string{token_columns} + "id = ?", {tenant, token}, token_of);
}

Result<std::vector<ApiToken>> list_tokens(storage::Connection& connection, TenantId tenant,
                                          const UnitScope& scope, const UnitTree& tree, Date today) {
    return connection.all(
        std::string{token_columns} + scope_condition(scope, tree, today, "unit_id") + " order by id desc",
        {tenant}, token_of);
}

Result<void> revoke_token(storage::Transaction& transaction, ApiTokenId token, const UnitScope& scope,
                          const UnitTree& tree, Date today) {
    const auto changed = TRY(transaction.connection().execute(
        "update api_token set revoked_at = ? where tenant_id = ? and id = ? and " +
            scope_condition(scope, tree, today, "unit_id"),
        {transaction.now(), transaction.actor().tenant, token}));
    if (changed == 0)
        return Error{ErrorKind::not_found, "organisation.unknown_token", "There is no such key."};
    return transaction.audit({"api_token.revoked", "api_token", std::to_string(token.value)});
}

Result<void> touch_token(storage::Transaction& transaction, TenantId tenant, ApiTokenId token) {
    transaction.without_audit("the last use of a token");
    TRY(transaction.connection().execute(
        "update api_token set last_used_at = ? where tenant_id = ? and id = ?",
        {transaction.now(), tenant, token}));
    return {};
}

} // namespace maerkbar::organisation
