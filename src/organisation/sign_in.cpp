#include "organisation/sign_in.hpp"

#include "organisation/people.hpp"
#include "organisation/unit_tree.hpp"

namespace maerkbar::organisation {
namespace {

storage::Actor actor_for(TenantId tenant, PersonId person = {}) {
    return {tenant, person, "web"};
}

Error sign_in_failed() {
    return {ErrorKind::invalid,
            "organisation.sign_in_failed",
            "The user name or the password is wrong, or there were too many attempts. Check both, wait a "
            "little and try "
            "again. If you have forgotten the password, ask your administrator for a one-time code.",
            {},
            "password"};
}

Error code_failed() {
    return {ErrorKind::invalid,
            "organisation.code_failed",
            "The user name or the one-time code is wrong, the code is too old, or there were too many "
            "attempts. Ask your "
            "administrator for a new code.",
            {},
            "code"};
}

bool code_fits(const Credentials& credentials, std::string_view code, Instant now) {
    return !credentials.code_hash.empty() && credentials.code_expires && now < *credentials.code_expires &&
           same_secret(credentials.code_hash, code_hash(code));
}

} // namespace

Result<std::optional<Credentials>> SignIn::begin(const Attempt& attempt) {
    const auto login = folded(attempt.login);
    return database_.write(actor_for(attempt.tenant), [&](storage::Transaction& transaction) {
        return begin_attempt(transaction, attempt.tenant, login, settings_);
    });
}

Result<NewSession> SignIn::let_in(const Attempt& attempt, PersonId person,
                                  const std::optional<std::string>& new_hash) {
    return database_.write(actor_for(attempt.tenant, person),
                           [&](storage::Transaction& transaction) -> Result<NewSession> {
                               if (new_hash)
                                   TRY(store_password(transaction, attempt.tenant, person, *new_hash));
                               if (new_hash) TRY(end_sessions(transaction, attempt.tenant, person));
                               TRY(note_success(transaction, attempt.tenant, person));
                               return start_session(transaction, attempt.tenant, person, attempt.client);
                           });
}

Result<NewSession> SignIn::sign_in(const Attempt& attempt) {
    const auto credentials = TRY(begin(attempt)).value_or(Credentials{});
    const bool fits = hasher_.verify(credentials.password_hash, attempt.secret);
    if (!fits || !credentials.person || credentials.locked) return sign_in_failed();
    return let_in(attempt, credentials.person, std::nullopt);
}

Result<NewSession> SignIn::redeem(const Attempt& attempt, std::string_view new_password) {
    auto hash = TRY(hashed(new_password, attempt.login));
    const auto credentials = TRY(begin(attempt)).value_or(Credentials{});
    if (!code_fits(credentials, attempt.secret, database_.now()) || credentials.locked) return code_failed();
    return let_in(attempt, credentials.person, std::move(hash));
}

Result<NewSession> SignIn::change_password(const web::Identity& identity, std::string_view present,
                                           std::string_view new_password) {
    auto hash = TRY(hashed(new_password, identity.login));
    const Attempt attempt{identity.tenant, identity.login, std::string{present}};
    const auto credentials = TRY(begin(attempt)).value_or(Credentials{});
    if (!hasher_.verify(credentials.password_hash, present))
        return Error{ErrorKind::invalid,
                     "organisation.password_wrong",
                     "The present password is wrong, or there were too many attempts.",
                     {},
                     "password"};
    return let_in(attempt, identity.person, std::move(hash));
}

Result<std::string> SignIn::hashed(std::string_view password, std::string_view login) {
    TRY(check_password(password, login));
    return hasher_.hash(password);
}

Result<NewSession> SignIn::rotate(const web::Identity& identity, std::string_view client) {
    return database_.write(
        actor_for(identity.tenant, identity.person),
        [&](storage::Transaction& transaction) -> Result<NewSession> {
            TRY(end_session(transaction, identity.tenant, identity.person, session_id(identity)));
            return start_session(transaction, identity.tenant, identity.person, client);
        });
}

Result<void> SignIn::sign_out(const web::Identity& identity) {
    return database_.write(
        actor_for(identity.tenant, identity.person), [&](storage::Transaction& transaction) {
            return end_session(transaction, identity.tenant, identity.person, session_id(identity));
        });
}

} // namespace maerkbar::organisation
