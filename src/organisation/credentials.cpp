#include "organisation/credentials.hpp"

#include "organisation/secrets.hpp"

namespace maerkbar::organisation {
namespace {

constexpr std::string_view credential_columns =
    "select id, locked, password_hash, code_hash, code_expires_at, failures, last_failure_at from person "
    "where tenant_id = ? and ";

Credentials credentials_from(const storage::Row& row) {
    return {row.id<PersonId>(0),    row.boolean(1),          row.string(2),
            row.string(3),          row.optional_instant(4), static_cast<int>(row.integer(5)),
            row.optional_instant(6)};
}

bool delayed(const Credentials& credentials, const SignInSettings& settings, Instant now) {
    return credentials.last_failure &&
           now < next_attempt(settings, credentials.failures, *credentials.last_failure);
}

Result<void> audit(storage::Transaction& transaction, TenantId tenant, PersonId person, std::string action) {
    return transaction.audit({std::move(action), "person", std::to_string(person.value), "{}", tenant});
}

} // namespace

Result<Credentials> credentials_of(storage::Connection& connection, TenantId tenant, std::string_view login) {
    const auto found = TRY(
        connection.first(std::string{credential_columns} + "login = ?", {tenant, login}, credentials_from));
    return found.value_or(Credentials{});
}

Result<Credentials> credentials_of(storage::Connection& connection, TenantId tenant, PersonId person) {
    const auto found =
        TRY(connection.first(std::string{credential_columns} + "id = ?", {tenant, person}, credentials_from));
    return found.value_or(Credentials{});
}

Result<std::optional<Credentials>> begin_attempt(storage::Transaction& transaction, TenantId tenant,
                                                 std::string_view login, const SignInSettings& settings) {
    auto& connection = transaction.connection();
    auto credentials = TRY(credentials_of(connection, tenant, login));
    if (!credentials.person || delayed(credentials, settings, transaction.now())) {
        transaction.without_audit("changes nothing; takes as long as a counted attempt");
        TRY(connection.execute("update tenant set revision = revision where tenant_id = ?", {tenant}));
        return std::optional<Credentials>{};
    }
    TRY(connection.execute(
        "update person set failures = failures + 1, last_failure_at = ? where tenant_id = ? and id = ?",
        {transaction.now(), tenant, credentials.person}));
    if (credentials.failures + 1 >= settings.free_attempts)
        TRY(audit(transaction, tenant, credentials.person, "sign_in.delayed"));
    else
        transaction.without_audit("counted until the next success");
    return std::optional{std::move(credentials)};
}

Result<void> note_success(storage::Transaction& transaction, TenantId tenant, PersonId person) {
    TRY(
        transaction.connection().execute("update person set failures = 0, last_failure_at = null, "
                                         "last_sign_in_at = ? where tenant_id = ? and id = ?",
                                         {transaction.now(), tenant, person}));
    return audit(transaction, tenant, person, "sign_in.succeeded");
}

Result<void> store_password(storage::Transaction& transaction, TenantId tenant, PersonId person,
                            std::string_view password_hash) {
    TRY(
        transaction.connection().execute("update person set password_hash = ?, password_changed_at = ?, "
                                         "code_hash = '', code_expires_at = null "
                                         "where tenant_id = ? and id = ?",
                                         {password_hash, transaction.now(), tenant, person}));
    return audit(transaction, tenant, person, "person.password_changed");
}

Result<std::string> issue_code(storage::Transaction& transaction, TenantId tenant, PersonId person,
                               const SignInSettings& settings) {
    const auto code = random_code();
    const auto changed = TRY(transaction.connection().execute(
        "update person set code_hash = ?, code_expires_at = ?, failures = 0 where tenant_id = ? and id = ?",
        {code_hash(code), transaction.now() + settings.code, tenant, person}));
    if (changed == 0)
        return Error{ErrorKind::not_found, "organisation.unknown_person", "There is no such person."};
    TRY(audit(transaction, tenant, person, "person.code_issued"));
    return code;
}

} // namespace maerkbar::organisation
