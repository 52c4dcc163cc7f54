#include "organisation/store_units.hpp"

#include <doctest/doctest.h>

#include "organisation/tenants.hpp"
#include "organisation/unit_tree_cache.hpp"
#include "storage/testing.hpp"

namespace maerkbar::organisation {
namespace {

using storage::Connection;
using storage::Database;
using storage::Transaction;

const storage::Actor setup{TenantId{0}, PersonId{}, "cli"};
const Date summer = Date::parse_iso("2025-07-01").value();

CreatedTenant make_tenant(Database& database, std::string name = "Fjordby Kommune") {
    return database.write(setup,
                          [&](Transaction& t) {
                              return create_tenant(t, {name, Country::norway});
                          })
        .value();
}

struct Town {
    storage::Actor actor;
    UnitId root, culture, care, library;
};

Town make_town(Database& database) {
    const auto made = make_tenant(database);
    const storage::Actor actor{made.tenant.id, PersonId{}, "cli"};
    const auto add = [&](std::string name, UnitId parent, std::vector<UnitCode> codes = {}) {
        const NewUnit wanted{{}, LevelId{2}, std::move(name), parent, beginning, std::move(codes)};
        return database.write(actor, [&](Transaction& t) { return add_unit(t, actor.tenant, wanted); })
            .value();
    };
    const auto culture = add("Kultur", made.root);
    const auto care = add("Omsorg", made.root);
    return {actor, made.root, culture, care, add("Bibliotek", culture, {{CodeKind::own, "BIB"}})};
}

Result<void> move(Database& database, const Town& town, UnitId unit, UnitId parent) {
    return database.write(town.actor, [&](Transaction& t) {
        return change_units(t, {"unit.moved", unit},
                            [&](const UnitTree& tree) { return move_unit(tree, unit, parent, summer); });
    });
}

TEST_CASE("a tenant starts with its levels and topmost unit") {
    storage::testing::for_each_database([](Database& database) {
        const auto made = make_tenant(database);
        database
            .read([&](Connection& connection) -> Result<void> {
                CHECK(any_tenant(connection).value());
                CHECK(find_tenant(connection, made.tenant.id).value()->country == Country::norway);
                CHECK(tenant_at_host(connection, "localhost").value()->name == "Fjordby Kommune");
                CHECK(read_levels(connection, made.tenant.id).value().size() == 4);
                const auto tree = read_units(connection, made.tenant.id).value();
                CHECK(tree.root() == made.root);
                CHECK(tree.name(made.root, summer) == "Fjordby Kommune");
                return {};
            })
            .value();
    });
}

TEST_CASE("with two tenants the host name decides, and neither sees the other") {
    storage::testing::for_each_database([](Database& database) {
        const auto first = make_tenant(database);
        const auto second = make_tenant(database, "Nordby");
        database
            .read([&](Connection& connection) -> Result<void> {
                CHECK_FALSE(tenant_at_host(connection, "localhost").value().has_value());
                CHECK(read_units(connection, second.tenant.id).value().units().size() == 1);
                CHECK(first.tenant.id != second.tenant.id);
                return {};
            })
            .value();
    });
}

TEST_CASE("what is stored reads back as the same tree") {
    storage::testing::for_each_database([](Database& database) {
        const auto town = make_town(database);
        REQUIRE(move(database, town, town.library, town.care).ok());
        UnitTreeCache cache{database};
        const auto before = cache.get(town.actor.tenant).value();
        CHECK(before->parent(town.library, summer - 1) == town.culture);
        CHECK(before->parent(town.library, summer) == town.care);
        CHECK(before->find_by_code("bib", summer) == town.library);
        CHECK(cache.get(town.actor.tenant).value() == before);
        REQUIRE(database
                    .write(town.actor,
                           [&](Transaction& t) {
                               return change_units(
                                   t, {"unit.merged", town.culture}, [&](const UnitTree& tree) {
                                       return merge_unit(tree, town.culture, town.care, summer);
                                   });
                           })
                    .ok());
        const auto after = cache.get(town.actor.tenant).value();
        CHECK(after != before);
        CHECK(after->standing_for(town.culture, summer) == town.care);
        CHECK(after->find(town.culture)->valid == Validity{beginning, summer});
    });
}

TEST_CASE("a refused change leaves nothing behind, an accepted one an audit entry") {
    storage::testing::for_each_database([](Database& database) {
        const auto town = make_town(database);
        const auto revision = [&] {
            return database.read([&](Connection& c) { return unit_revision(c, town.actor.tenant); }).value();
        };
        const auto count = [&] {
            return database
                .read([&](Connection& c) {
                    return c.number(
                        "select count(*) from audit_entry where tenant_id = ? and action = 'unit.moved'",
                        {town.actor.tenant});
                })
                .value();
        };
        const auto before = revision();
        CHECK(move(database, town, town.culture, town.library).error().code == "organisation.cycle");
        CHECK(revision() == before);
        CHECK(count() == 0);
        REQUIRE(move(database, town, town.library, town.care).ok());
        CHECK(revision() == before + 1);
        CHECK(count() == 1);
    });
}

} // namespace
} // namespace maerkbar::organisation
