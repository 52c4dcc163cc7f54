#include "organisation/people.hpp"

#include <doctest/doctest.h>

#include "organisation/setup.hpp"
#include "organisation/store_units.hpp"
#include "storage/testing.hpp"

namespace maerkbar::organisation {
namespace {

using storage::Connection;
using storage::Database;
using storage::Transaction;

const Date today = Date::parse_iso("2026-02-25").value();

struct Town {
    Database& database;
    Installed installed;
    storage::Actor actor;
    UnitId care;

    PersonId person(std::string login, std::optional<RoleOnUnit> role = {}) const {
        return database
            .write(actor,
                   [&](Transaction& t) -> Result<PersonId> {
                       const auto id = TRY(add_person(t, actor.tenant, {login, "Leder " + login}));
                       if (role) TRY(give_role(t, actor.tenant, id, *role));
                       return id;
                   })
            .value();
    }
    PersonPage list(const PeopleScope& scope, const PersonQuery& query = {}) const {
        return database.read([&](Connection& c) { return list_people(c, actor.tenant, scope, query); })
            .value();
    }
    Result<void> write(FunctionRef<Result<void>(Transaction&)> work) const {
        return database.write(actor, [&](Transaction& t) { return work(t); });
    }
};

Town make_town(Database& database) {
    auto installed =
        initialise(database, {{"Fjordby", Country::denmark}, "admin", "Administrator"}, {}).value();
    const storage::Actor actor{installed.tenant.id, installed.administrator, "web"};
    const auto care = database.write(actor, [&](Transaction& t) {
        return add_unit(t, actor.tenant, {{}, LevelId{2}, "Omsorg", installed.root});
    });
    return {database, installed, actor, care.value()};
}

TEST_CASE("an administrator of a part sees only people whose roles all lie there") {
    storage::testing::for_each_database([](Database& database) {
        const auto town = make_town(database);
        const auto inside = town.person("an", RoleOnUnit{town.care, Role::leader});
        const auto both = town.person("bo", RoleOnUnit{town.care, Role::leader});
        town.person("co");
        REQUIRE(town.write([&](Transaction& t) {
                        return give_role(t, town.actor.tenant, both, {town.installed.root, Role::reader});
                    })
                    .ok());
        const auto tree =
            database.read([&](Connection& c) { return read_units(c, town.actor.tenant); }).value();
        const auto part = PeopleScope::within(UnitScope{{town.care}}, tree, today);
        REQUIRE(town.list(part).people.size() == 1);
        CHECK(town.list(part).people.front().id == inside);
        CHECK(town.list(part).total == 1);
        CHECK(town.list(PeopleScope::everybody()).total == 4);
        CHECK(town.list(PeopleScope::within(UnitScope{}, tree, today)).total == 0);
        const auto read =
            database.read([&](Connection& c) { return read_person(c, town.actor.tenant, both, part); });
        CHECK(read.error().code == "organisation.unknown_person");
    });
}

TEST_CASE("people are searched, paged and sorted by name") {
    storage::testing::for_each_database([](Database& database) {
        const auto town = make_town(database);
        for (const auto* login : {"leder-b", "leder-a", "leder_c"})
            town.person(login);
        const auto everybody = PeopleScope::everybody();
        CHECK(town.list(everybody, {"LEDER-", 0, 10}).total == 2);
        CHECK(town.list(everybody, {"leder_", 0, 10}).total == 1);
        CHECK(town.list(everybody, {"%", 0, 10}).total == 0);
        const auto second = town.list(everybody, {"leder", 1, 1});
        CHECK(second.total == 3);
        REQUIRE(second.people.size() == 1);
        CHECK(second.people.front().login == "leder-b");
    });
}

TEST_CASE("a login belongs to one person") {
    storage::testing::for_each_database([](Database& database) {
        const auto town = make_town(database);
        const auto person = town.person("leder");
        const auto again = [&](PersonId id, std::string login) {
            return town.write([&](Transaction& t) { return save_person(t, id, {login, "Navn", "", "da"}); });
        };
        CHECK(again(person, "leder").ok());
        CHECK(again(person, "admin").error().code == "organisation.login_taken");
        CHECK(again(person, "Æ").error().code == "organisation.login_characters");
        CHECK(again(PersonId{99}, "ny").error().code == "organisation.unknown_person");
        CHECK(town.write([&](Transaction& t) {
                      return save_person(t, person, {"leder", " "});
                  })
                  .error()
                  .code == "organisation.person_name");
    });
}

TEST_CASE("the last administrator of everything stays one") {
    storage::testing::for_each_database([](Database& database) {
        const auto town = make_town(database);
        const auto admin = town.installed.administrator;
        const RoleOnUnit top{town.installed.root, Role::administrator};
        const auto lock = [&](PersonId id, bool on) {
            return town.write([&](Transaction& t) { return set_locked(t, id, on); });
        };
        const auto take = [&](PersonId id) {
            return town.write([&](Transaction& t) { return take_role(t, id, top); });
        };
        town.person("part", RoleOnUnit{town.care, Role::administrator});
        CHECK(lock(admin, true).error().code == "organisation.last_administrator");
        CHECK(take(admin).error().code == "organisation.last_administrator");
        const auto other = town.person("other", top);
        CHECK(lock(admin, true).ok());
        CHECK(take(other).error().code == "organisation.last_administrator");
        CHECK(lock(admin, false).ok());
        CHECK(take(other).ok());
    });
}

} // namespace
} // namespace maerkbar::organisation
