// Who asks: a person by the session's cookie, an integration by its bearer token.
#include <charconv>

#include "organisation/api_tokens.hpp"
#include "organisation/people.hpp"
#include "organisation/sign_in.hpp"
#include "web/cookie.hpp"

namespace maerkbar::organisation {
namespace {

constexpr std::string_view bearer = "Bearer ";
constexpr std::string_view session_mark = "session:";
constexpr std::string_view token_mark = "token:";
// The last use is noted at most so often: a page must not cost a write.
constexpr auto touch_every = std::chrono::minutes{1};

std::int64_t number_after(std::string_view mark, std::string_view text) {
    if (!text.starts_with(mark)) return 0;
    text.remove_prefix(mark.size());
    std::int64_t number = 0;
    std::from_chars(text.data(), text.data() + text.size(), number);
    return number;
}

web::Identity identity_of(TenantId tenant, const Session& session) {
    web::Identity identity;
    identity.tenant = tenant;
    identity.person = session.person;
    identity.name = session.name;
    identity.login = session.login;
    identity.csrf_token = session.csrf_token;
    identity.session = std::string{session_mark} + std::to_string(session.id.value);
    return identity;
}

web::Identity identity_of(TenantId tenant, const ApiToken& token) {
    web::Identity identity;
    identity.tenant = tenant;
    identity.name = token.name;
    identity.token_client = true;
    identity.session = std::string{token_mark} + std::to_string(token.id.value);
    return identity;
}

Result<Access> access_of_token(storage::Connection& connection, TenantId tenant, ApiTokenId id) {
    const auto token = TRY(find_token(connection, tenant, id));
    if (!token) return Access{};
    return Access{{{token->unit, std::nullopt, token->permissions}}};
}

} // namespace

SessionId session_id(const web::Identity& identity) {
    return SessionId{number_after(session_mark, identity.session)};
}

Result<std::optional<web::Identity>> SignIn::identify(const web::Request& request) {
    const auto authorization = request.headers.get("Authorization").value_or("");
    if (authorization.starts_with(bearer)) return identify_token(authorization.substr(bearer.size()));
    const auto cookie = web::read_cookie(request, session_cookie_name);
    if (!cookie) return std::optional<web::Identity>{};
    return identify_person(*cookie);
}

Result<std::optional<web::Identity>> SignIn::identify_person(std::string_view cookie) {
    const auto parts = parts_of_cookie(cookie);
    if (!parts) return std::optional<web::Identity>{};
    const auto session = TRY(database_.read([&](storage::Connection& connection) {
        return find_session(connection, parts->tenant, parts->secret);
    }));
    const auto now = database_.now();
    if (!session || session->locked || expired(settings_, session->times, now))
        return std::optional<web::Identity>{};
    if (now - session->times.last_used >= touch_every)
        TRY(database_.write({parts->tenant, session->person, "web"}, [&](storage::Transaction& transaction) {
            return touch_session(transaction, parts->tenant, session->id);
        }));
    return std::optional{identity_of(parts->tenant, *session)};
}

Result<std::optional<web::Identity>> SignIn::identify_token(std::string_view secret) {
    TenantId tenant;
    const auto token = TRY(database_.read(
        [&](storage::Connection& connection) { return find_token(connection, secret, tenant); }));
    const auto now = database_.now();
    if (!token || !token->works_at(now)) return std::optional<web::Identity>{};
    if (!token->last_used || now - *token->last_used >= touch_every)
        TRY(database_.write({tenant, {}, "api"}, [&](storage::Transaction& transaction) {
            return touch_token(transaction, tenant, token->id);
        }));
    return std::optional{identity_of(tenant, *token)};
}

Result<Access> SignIn::access(storage::Connection& connection, const web::Identity& identity) const {
    if (identity.token_client)
        return access_of_token(connection, identity.tenant,
                               ApiTokenId{number_after(token_mark, identity.session)});
    std::vector<Grant> grants;
    for (const auto& role : TRY(roles_of(connection, identity.tenant, identity.person)))
        grants.push_back({role.unit, role.role});
    return Access{std::move(grants)};
}

bool SignIn::may(const web::Identity& identity, std::string_view permission) {
    const auto allowed =
        database_.read([&](storage::Connection& connection) { return access(connection, identity); });
    return allowed.ok() && allowed->may(permission);
}

} // namespace maerkbar::organisation
