#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "base/clock.hpp"
#include "organisation/sign_in_rules.hpp"
#include "storage/transaction.hpp"

// Passwords and one-time codes of people as they lie in the database.
namespace maerkbar::organisation {

struct Credentials {
    PersonId person; // none: nobody has that login
    bool locked = false;
    std::string password_hash = {};
    std::string code_hash = {};
    std::optional<Instant> code_expires = {};
    int failures = 0;
    std::optional<Instant> last_failure = {};
};

Result<Credentials> credentials_of(storage::Connection& connection, TenantId tenant, std::string_view login);
Result<Credentials> credentials_of(storage::Connection& connection, TenantId tenant, PersonId person);

// Counts an attempt as failed before the password is looked at, so that many at once gain nothing, and gives
// the credentials as they were before; no value when nobody has the login or the delay after failures still
// runs. A success takes the count back. Costs one write in each case, so that the time taken tells nothing.
Result<std::optional<Credentials>> begin_attempt(storage::Transaction& transaction, TenantId tenant,
                                                 std::string_view login, const SignInSettings& settings);
// Resets the count and notes the sign-in.
Result<void> note_success(storage::Transaction& transaction, TenantId tenant, PersonId person);

// Also takes a one-time code back.
Result<void> store_password(storage::Transaction& transaction, TenantId tenant, PersonId person,
                            std::string_view password_hash);
// A new code in place of the one before; the password stays until the code is used. Gives the code, which is
// stored nowhere in clear.
Result<std::string> issue_code(storage::Transaction& transaction, TenantId tenant, PersonId person,
                               const SignInSettings& settings);

} // namespace maerkbar::organisation
