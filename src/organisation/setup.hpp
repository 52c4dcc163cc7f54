#pragma once

#include <optional>
#include <string>

#include "organisation/people.hpp"
#include "organisation/sign_in.hpp"
#include "organisation/tenants.hpp"

// The first morning: an empty installation becomes a municipality with one administrator.
namespace maerkbar::organisation {

struct FirstAdministrator {
    NewTenant tenant;
    std::string login;
    std::string name;
};
struct Installed {
    Tenant tenant;
    UnitId root;
    PersonId administrator;
    std::string code; // one-time code of the administrator: shown once
};

// `maerkbar init`: also for a further tenant.
Result<Installed> initialise(storage::Database& database, const FirstAdministrator& wanted,
                             const SignInSettings& settings);

// For the page /setup: makes a new code while there is no tenant, and none afterwards. The server prints it
// at start.
Result<std::optional<std::string>> prepare_setup(storage::Database& database);

struct SetupForm {
    std::string code;
    FirstAdministrator administrator;
    std::string password;
    std::string client = {};
};
// Error: organisation.setup_code (invalid, field code), organisation.setup_done (conflict); those of the
// parts.
Result<NewSession> set_up(storage::Database& database, SignIn& sign_in, const SetupForm& form);

} // namespace maerkbar::organisation
