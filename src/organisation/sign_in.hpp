#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "organisation/access.hpp"
#include "organisation/credentials.hpp"
#include "organisation/secrets.hpp"
#include "organisation/sessions.hpp"
#include "storage/database.hpp"
#include "web/identity.hpp"

namespace maerkbar::organisation {

inline constexpr std::string_view session_cookie_name = "session";

// Signing in and out, and who asks: people by cookie, integrations by bearer token. Threads may share one.
class SignIn : public web::Authenticator {
  public:
    SignIn(storage::Database& database, PasswordCost cost = {}, SignInSettings settings = {})
        : database_(database), hasher_(cost), settings_(settings) {}

    [[nodiscard]] const SignInSettings& settings() const { return settings_; }

    Result<std::optional<web::Identity>> identify(const web::Request& request) override;
    bool may(const web::Identity& identity, std::string_view permission) override;
    // What they may do and where; read anew each time, so that a role taken away counts at once.
    Result<Access> access(storage::Connection& connection, const web::Identity& identity) const;

    // One who asks to come in. `client` is shown in the list of sessions.
    struct Attempt {
        TenantId tenant;
        std::string login;
        std::string secret; // password or one-time code
        std::string client = {};
    };
    // Error: organisation.sign_in_failed (invalid), the same for a wrong password, an unknown or locked login
    // and too many attempts.
    Result<NewSession> sign_in(const Attempt& attempt);
    // By one-time code, which is used up, with a password from now on. Errors: organisation.code_failed,
    // organisation.password_… (invalid).
    Result<NewSession> redeem(const Attempt& attempt, std::string_view new_password);
    // Ends all sessions of the person and starts a new one. Error: organisation.password_wrong (invalid,
    // field password), password_…
    Result<NewSession> change_password(const web::Identity& identity, std::string_view present,
                                       std::string_view new_password);
    // A new session in place of the one asked with: after a change of one's own rights.
    Result<NewSession> rotate(const web::Identity& identity, std::string_view client);
    Result<void> sign_out(const web::Identity& identity);

    // First password of a new account, for set-up; not for people signed in.
    Result<std::string> hashed(std::string_view password, std::string_view login);

  private:
    Result<std::optional<web::Identity>> identify_person(std::string_view cookie);
    Result<std::optional<web::Identity>> identify_token(std::string_view secret);
    Result<std::optional<Credentials>> begin(const Attempt& attempt);
    // Starts a session; with a hash it becomes the password and other sessions end.
    Result<NewSession> let_in(const Attempt& attempt, PersonId person,
                              const std::optional<std::string>& new_hash);

    storage::Database& database_;
    PasswordHasher hasher_;
    SignInSettings settings_;
};

// The session behind an identity; none for a token.
[[nodiscard]] SessionId session_id(const web::Identity& identity);

} // namespace maerkbar::organisation
