#include "organisation/sessions.hpp"

#include <charconv>

#include "organisation/secrets.hpp"

namespace maerkbar::organisation {
namespace {

constexpr std::size_t longest_client = 100;

constexpr std::string_view session_columns =
    "select s.id, s.person_id, s.csrf_token, s.started_at, s.last_used_at, s.client, p.name, p.login, "
    "p.locked from session s join person p on p.tenant_id = s.tenant_id and p.id = s.person_id where "
    "s.tenant_id = ? ";

Session session_of(const storage::Row& row) {
    return {row.id<SessionId>(0), row.id<PersonId>(1), row.string(2), {row.instant(3), row.instant(4)},
            row.string(5),        row.string(6),       row.string(7), row.boolean(8)};
}

} // namespace

std::string session_cookie(TenantId tenant, std::string_view secret) {
    return std::to_string(tenant.value) + "." + std::string{secret};
}

std::optional<CookieParts> parts_of_cookie(std::string_view cookie) {
    const auto point = cookie.find('.');
    if (point == std::string_view::npos) return std::nullopt;
    TenantId tenant;
    const auto read = std::from_chars(cookie.data(), cookie.data() + point, tenant.value);
    if (read.ec != std::errc{} || read.ptr != cookie.data() + point || tenant.value <= 0) return std::nullopt;
    return CookieParts{tenant, std::string{cookie.substr(point + 1)}};
}

Result<NewSession> start_session(storage::Transaction& transaction, TenantId tenant, PersonId person,
                                 std::string_view client) {
    const auto id = TRY(transaction.next_id<SessionId>(tenant, "session"));
    const auto secret = random_token();
    TRY(transaction.connection().execute(
        "insert into session (tenant_id, id, token_hash, person_id, csrf_token, started_at, last_used_at, "
        "client) "
        "values (?, ?, ?, ?, ?, ?, ?, ?)",
        {tenant, id, token_hash(secret), person, random_token(), transaction.now(), transaction.now(),
         client.substr(0, longest_client)}));
    const auto language = TRY(transaction.connection().first(
        "select language from person where tenant_id = ? and id = ?", {tenant, person},
        [](const storage::Row& row) { return row.string(0); }));
    return NewSession{id, session_cookie(tenant, secret), language.value_or("")};
}

Result<std::optional<Session>> find_session(storage::Connection& connection, TenantId tenant,
                                            std::string_view secret) {
    return connection.first(std::string{session_columns} + "and s.token_hash = ?",
                            {tenant, token_hash(secret)}, session_of);
}

Result<std::vector<Session>> sessions_of(storage::Connection& connection, TenantId tenant, PersonId person) {
    return connection.all(
        std::string{session_columns} + "and s.person_id = ? order by s.last_used_at desc, s.id desc",
        {tenant, person}, session_of);
}

Result<void> touch_session(storage::Transaction& transaction, TenantId tenant, SessionId session) {
    transaction.without_audit("the last use of a session");
    TRY(transaction.connection().execute("update session set last_used_at = ? where tenant_id = ? and id = ?",
                                         {transaction.now(), tenant, session}));
    return {};
}

Result<void> end_session(storage::Transaction& transaction, TenantId tenant, PersonId person,
                         SessionId session) {
    TRY(transaction.connection().execute(
        "delete from session where tenant_id = ? and person_id = ? and id = ?", {tenant, person, session}));
    return transaction.audit({"session.ended", "person", std::to_string(person.value), "{}", tenant});
}

Result<void> end_sessions(storage::Transaction& transaction, TenantId tenant, PersonId person,
                          SessionId spared) {
    TRY(transaction.connection().execute(
        "delete from session where tenant_id = ? and person_id = ? and id <> ?", {tenant, person, spared}));
    return {};
}

} // namespace maerkbar::organisation
