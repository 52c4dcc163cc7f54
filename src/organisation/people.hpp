#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "organisation/access.hpp"
#include "storage/transaction.hpp"

// People who sign in, and their roles. Every function works in the tenant it is given, or in the actor's.
namespace maerkbar::organisation {

struct RoleOnUnit {
    UnitId unit;
    Role role = Role::reader;
    auto operator<=>(const RoleOnUnit&) const = default;
};

struct Person {
    PersonId id;
    std::string login;
    std::string name;
    std::string email;
    std::string language; // "da", "nb", "en"; empty: the browser's
    bool locked = false;  // by an administrator
    bool has_password = false;
    std::optional<Instant> last_sign_in = {};
    std::int64_t version = 1;
    std::vector<RoleOnUnit> roles = {};
};

// Who may look after whom. An administrator of everything looks after everybody; one of a part only after
// people whose roles all lie in that part, since whoever can issue somebody's one-time code can act as them.
class PeopleScope {
  public:
    // Of an administrator of the whole municipality.
    static PeopleScope everybody() { return PeopleScope{true, {}}; }
    static PeopleScope within(const UnitScope& scope, const UnitTree& tree, Date today);

    [[nodiscard]] bool all() const { return all_; }
    [[nodiscard]] bool holds(const Person& person) const;
    [[nodiscard]] bool holds(UnitId unit) const;
    // A condition on `person` in SQL: it reads " and …", or is empty.
    [[nodiscard]] std::string condition() const;

  private:
    PeopleScope(bool all, std::vector<UnitId> units) : all_(all), units_(std::move(units)) {}
    bool all_;
    std::vector<UnitId> units_;
};

struct PersonFields {
    std::string login;
    std::string name;
    std::string email = {};
    std::string language = {};
};

struct PersonQuery {
    std::string search = {}; // in name, login and e-mail
    std::int64_t offset = 0;
    std::int64_t limit = 50;
};
struct PersonPage {
    std::vector<Person> people;
    std::int64_t total = 0;
};

// Errors: organisation.login_taken (conflict), login_… and organisation.person_name (invalid).
Result<PersonId> add_person(storage::Transaction& transaction, TenantId tenant, const PersonFields& fields);
// Error: organisation.unknown_person (not_found).
Result<Person> read_person(storage::Connection& connection, TenantId tenant, PersonId person,
                           const PeopleScope& scope);
Result<PersonPage> list_people(storage::Connection& connection, TenantId tenant, const PeopleScope& scope,
                               const PersonQuery& query);
Result<std::optional<PersonId>> person_with_login(storage::Connection& connection, TenantId tenant,
                                                  std::string_view login);

Result<void> save_person(storage::Transaction& transaction, PersonId person, const PersonFields& fields);
// What a person chooses for themselves. Language: da, nb, en, or empty for the browser's.
Result<void> save_own(storage::Transaction& transaction, PersonId person, std::string_view name,
                      std::string_view language);
// Locking and roles end the person's sessions. Error: organisation.last_administrator (conflict) where nobody
// would be left who can set up the municipality.
Result<void> set_locked(storage::Transaction& transaction, PersonId person, bool locked);
Result<void> give_role(storage::Transaction& transaction, TenantId tenant, PersonId person, RoleOnUnit role);
Result<void> take_role(storage::Transaction& transaction, PersonId person, RoleOnUnit role);

Result<std::vector<RoleOnUnit>> roles_of(storage::Connection& connection, TenantId tenant, PersonId person);

} // namespace maerkbar::organisation
