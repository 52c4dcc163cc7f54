#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "base/result.hpp"
#include "base/strong_id.hpp"
#include "web/request.hpp"

namespace maerkbar::web {

// Who asks: a signed-in person, or an integration with a token.
struct Identity {
    TenantId tenant;
    PersonId person; // 0 for an integration
    std::string name;
    std::string login;
    std::string csrf_token;    // of this session; every form carries it
    bool token_client = false; // came with a bearer token: no cookies, so no CSRF check
    std::string language;      // "da", "nb", "en", or empty for the browser's choice
    std::string session = {};  // the session's or token's id, for audit and sign-out
};

// Finds out who asks and what they may do. Implemented in src/organisation; called from several threads at
// once.
class Authenticator {
  public:
    virtual ~Authenticator() = default;
    // No value when nobody is signed in; an error only when it cannot be found out (unavailable).
    virtual Result<std::optional<Identity>> identify(const Request& request) = 0;
    // Whether they hold the permission on any unit; which units is decided in the store's queries.
    virtual bool may(const Identity& identity, std::string_view permission) = 0;
};

} // namespace maerkbar::web
