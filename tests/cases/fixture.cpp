#include "cases/fixture.hpp"

#include <array>

#include "organisation/api_tokens.hpp"
#include "organisation/people.hpp"
#include "organisation/sign_in.hpp"
#include "organisation/store_units.hpp"
#include "organisation/tenants.hpp"

namespace maerkbar::cases {
namespace {

using namespace organisation; // the fixture is made of nothing else
using storage::Connection;
using storage::Transaction;

const storage::Actor founder{TenantId{1}, PersonId{}, "cli"};

// One unit to open: under which name cases know it, and its level from the top (0 is the municipality).
struct PlannedUnit {
    std::string_view variable;
    std::string_view name;
    std::string_view parent;
    std::size_t level;
};
constexpr std::array<PlannedUnit, 4> units{{{"borgerservice", "Borgerservice", "testby", 1},
                                            {"telefoner", "Telefoner", "borgerservice", 2},
                                            {"sundhed", "Sundhed", "testby", 1},
                                            {"solvaenget", "Solvænget", "sundhed", 2}}};

struct PlannedPerson {
    std::string_view actor;
    Role role;
    std::string_view unit;
};
constexpr std::array<PlannedPerson, 5> people{{{"administrator", Role::administrator, "testby"},
                                               {"consultant", Role::quality_consultant, "testby"},
                                               {"leader", Role::leader, "borgerservice"},
                                               {"employee", Role::employee, "telefoner"},
                                               {"reader", Role::reader, "sundhed"}}};

UnitId unit_called(const Variables& variables, std::string_view name) {
    return UnitId{std::stoll(variables.find(name)->second)};
}

Result<void> add_units(storage::Database& database, Variables& variables) {
    const auto created = TRY(database.write(founder, [](Transaction& transaction) {
        return create_tenant(transaction, {"Testby Kommune", Country::denmark});
    }));
    const auto levels =
        TRY(database.read([](Connection& connection) { return read_levels(connection, TenantId{1}); }));
    variables["testby"] = std::to_string(created.root.value);
    for (const auto& planned : units) {
        const auto unit = TRY(database.write(founder, [&](Transaction& transaction) {
            NewUnit wanted;
            wanted.level = levels.at(planned.level).id;
            wanted.name = planned.name;
            wanted.parent = unit_called(variables, planned.parent);
            return add_unit(transaction, TenantId{1}, wanted);
        }));
        variables[std::string(planned.variable)] = std::to_string(unit.value);
    }
    return {};
}

// The person with role and password, already signed in.
Result<NewSession> enrol(Transaction& transaction, const PlannedPerson& planned, UnitId unit,
                         std::string_view hash) {
    const std::string login(planned.actor);
    const auto person = TRY(add_person(transaction, TenantId{1}, {login, "Testby " + login, "", ""}));
    TRY(give_role(transaction, TenantId{1}, person, {unit, planned.role}));
    TRY(store_password(transaction, TenantId{1}, person, hash));
    return start_session(transaction, TenantId{1}, person, "Tests");
}

Result<Actor> actor_of(storage::Database& database, const NewSession& session) {
    const auto parts = parts_of_cookie(session.cookie);
    const auto found = TRY(database.read(
        [&](Connection& connection) { return find_session(connection, parts->tenant, parts->secret); }));
    return Actor{.cookies = {{std::string(session_cookie_name), session.cookie}},
                 .form_token = found->csrf_token};
}

Result<void> add_people(storage::Database& database, Fixture& fixture) {
    const auto hash = TRY(PasswordHasher(PasswordCost::least()).hash(fixture_password));
    for (const auto& planned : people) {
        const auto session = TRY(database.write(founder, [&](Transaction& transaction) {
            return enrol(transaction, planned, unit_called(fixture.variables, planned.unit), hash);
        }));
        fixture.actors[std::string(planned.actor)] = TRY(actor_of(database, session));
    }
    fixture.actors["nobody"] = nobody();
    return {};
}

// A token that may do everything in the municipality.
Result<void> add_integration(storage::Database& database, Fixture& fixture) {
    const auto root = unit_called(fixture.variables, "testby");
    const auto everything = all_permissions();
    const Access creator({{root, std::nullopt, {everything.begin(), everything.end()}}});
    const auto tree =
        TRY(database.read([](Connection& connection) { return read_units(connection, TenantId{1}); }));
    const auto token = TRY(database.write(founder, [&](Transaction& transaction) {
        return issue_token(transaction, {"Tests", root, {everything.begin(), everything.end()}}, creator,
                           tree, *Date::from(2026, 2, 1));
    }));
    fixture.actors["integration"] = Actor{.bearer = token.secret};
    return {};
}

} // namespace

Result<Fixture> make_fixture(storage::Database& database) {
    Fixture fixture;
    TRY(add_units(database, fixture.variables));
    TRY(add_people(database, fixture));
    TRY(add_integration(database, fixture));
    return fixture;
}

} // namespace maerkbar::cases
