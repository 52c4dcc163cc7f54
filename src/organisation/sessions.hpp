#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/clock.hpp"
#include "base/result.hpp"
#include "organisation/sign_in_rules.hpp"
#include "storage/transaction.hpp"

// Sessions of signed-in people as they lie in the database.
namespace maerkbar::organisation {

using SessionId = StrongId<struct SessionTag>;

// What the browser's cookie holds: the tenant's number, a point and the secret. Letters, digits and - _ .
// only.
[[nodiscard]] std::string session_cookie(TenantId tenant, std::string_view secret);
struct CookieParts {
    TenantId tenant;
    std::string secret;
};
[[nodiscard]] std::optional<CookieParts> parts_of_cookie(std::string_view cookie);

struct Session {
    SessionId id;
    PersonId person;
    std::string csrf_token;
    SessionTimes times;
    std::string client; // "Firefox, Windows": so that people know their own
    // Of the person.
    std::string name;
    std::string login;
    bool locked = false;
};

struct NewSession {
    SessionId id;
    std::string cookie;   // only ever known here
    std::string language; // the person's choice
};

Result<NewSession> start_session(storage::Transaction& transaction, TenantId tenant, PersonId person,
                                 std::string_view client);
Result<std::optional<Session>> find_session(storage::Connection& connection, TenantId tenant,
                                            std::string_view secret);
// The latest first.
Result<std::vector<Session>> sessions_of(storage::Connection& connection, TenantId tenant, PersonId person);
// Notes that the session is in use; the audit trail need not know.
Result<void> touch_session(storage::Transaction& transaction, TenantId tenant, SessionId session);
Result<void> end_session(storage::Transaction& transaction, TenantId tenant, PersonId person,
                         SessionId session);
// All of the person but `spared`.
Result<void> end_sessions(storage::Transaction& transaction, TenantId tenant, PersonId person,
                          SessionId spared = {});

} // namespace maerkbar::organisation
