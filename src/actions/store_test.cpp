#include "actions/store.hpp"

#include <doctest/doctest.h>

#include <algorithm>

#include "organisation/testing.hpp"

namespace maerkbar::actions {
namespace {

using organisation::testing::Site;
using storage::Connection;
using storage::Transaction;

const Date due = Date::parse_iso("2026-06-30").value();

ActionFields fields_at(const Site& site, std::string title = "Ring tilbage inden for en time") {
    ActionFields fields;
    fields.unit = site.library;
    fields.title = std::move(title);
    fields.owner = site.installed.administrator;
    fields.due = due;
    return fields;
}

Result<ActionId> add(Site& site, const ActionFields& fields, const Origin& origin = {}) {
    return site.database().write(site.actor(),
                                 [&](Transaction& tx) { return add_action(tx, fields, origin); });
}

Result<void> change(Site& site, ActionId id, const ActionFields& fields, std::int64_t version) {
    return site.database().write(site.actor(),
                                 [&](Transaction& tx) { return change_action(tx, id, fields, version); });
}

template <typename F>
auto read(Site& site, F work) {
    return site.database().read(
        [&](Connection& connection) { return work(connection, site.actor().tenant); });
}

void on_each(FunctionRef<void(Site&)> test) {
    for (const auto dialect : storage::testing::dialects()) {
        Site site(dialect);
        test(site);
    }
}

TEST_CASE("every change of an action is kept, field by field") {
    on_each([](Site& site) {
        const auto id =
            add(site, fields_at(site), {"assessment", 7, "Svar tager for lang tid", "/assessments/7"});
        REQUIRE(id.ok());
        auto fields = fields_at(site);
        fields.status = Status::done;
        fields.outcome = "84 % inden for en time";
        REQUIRE(change(site, *id, fields, 1).ok());
        const auto now = read(site, [&](Connection& c, TenantId t) { return read_action(c, t, *id); });
        CHECK(now->fields == fields);
        CHECK(now->origin.text == "Svar tager for lang tid");
        CHECK(now->version == 2);
        CHECK(now->ended_on == Date::parse_iso("2026-02-25"));
        CHECK_FALSE(now->overdue(due + 1));
        const auto lines = read(site, [&](Connection& c, TenantId t) { return history_of(c, t, *id); });
        REQUIRE(lines->size() == 2);
        CHECK(lines->front().field == "status");
        CHECK(lines->front().before == "open");
        CHECK(lines->front().after == "done");
        CHECK(lines->front().person == "Administrator");
    });
}

TEST_CASE("two people who change the same action: the second is told") {
    on_each([](Site& site) {
        const auto id = add(site, fields_at(site));
        REQUIRE(change(site, *id, fields_at(site, "Ring tilbage samme dag"), 1).ok());
        CHECK(change(site, *id, fields_at(site, "Noget andet"), 1).error().code == "actions.changed");
    });
}

TEST_CASE("an action needs a title and an owner, and a reason where it is dropped") {
    on_each([](Site& site) {
        auto fields = fields_at(site, "");
        CHECK(add(site, fields).error().code == "actions.title");
        fields = fields_at(site);
        fields.owner = PersonId{99};
        CHECK(add(site, fields).error().code == "actions.owner");
        fields = fields_at(site);
        fields.status = Status::dropped;
        CHECK(add(site, fields).error().code == "actions.outcome");
    });
}

TEST_CASE("lists: by owner, by unit, from one origin, and how many are open") {
    on_each([](Site& site) {
        auto later = fields_at(site, "Senere");
        later.due = due + 10;
        REQUIRE(add(site, later, {"assessment", 7, {}, {}}).ok());
        REQUIRE(add(site, fields_at(site, "Først")).ok());
        auto done = fields_at(site, "Sket");
        done.status = Status::done;
        REQUIRE(add(site, done).ok());
        const auto titles = [&](const ActionQuery& query) {
            const auto found =
                read(site, [&](Connection& c, TenantId t) { return list_actions(c, t, query); });
            std::string joined;
            for (const auto& action : *found)
                joined += action.fields.title + " ";
            return joined;
        };
        CHECK(titles({}) == "Først Senere ");
        CHECK(titles({.ended = true}) == "Først Senere Sket ");
        CHECK(titles({.owner = PersonId{99}}).empty());
        CHECK(titles({.condition = "a.unit_id in (99)"}).empty());
        const auto from =
            read(site, [](Connection& c, TenantId t) { return actions_from(c, t, "assessment", 7); });
        CHECK(from->size() == 1);
        CHECK(read(site, [&](Connection& c, TenantId t) {
                  return open_actions(c, t, site.library);
              }).value() == 2);
    });
}

TEST_CASE("owners have a role on the unit, above it or beneath it") {
    on_each([](Site& site) {
        (void)site.person("bibliotekar", {site.library, organisation::Role::employee});
        (void)site.person("plejer", {site.care, organisation::Role::employee});
        const auto owners = read(site, [&](Connection& c, TenantId t) -> Result<std::vector<Owner>> {
            const auto tree = TRY(organisation::read_units(c, t));
            return possible_owners(c, t, tree, site.culture, due);
        });
        CHECK(owners->size() == 2); // the administrator above and the librarian beneath
    });
}

TEST_CASE("owners are found among more accounts than one page of people holds") {
    on_each([](Site& site) {
        const auto last = site.database().write(site.actor(), [&](Transaction& tx) -> Result<PersonId> {
            for (int number = 0; number < 505; ++number)
                TRY(organisation::add_person(tx, tx.actor().tenant,
                                             {"konto" + std::to_string(number), "Medarbejder", "", ""}));
            const auto id = TRY(organisation::add_person(tx, tx.actor().tenant, {"sidst", "Zenia", "", ""}));
            TRY(organisation::give_role(tx, tx.actor().tenant, id,
                                        {site.library, organisation::Role::employee}));
            return id;
        });
        REQUIRE(last.ok());
        const auto owners = read(site, [&](Connection& c, TenantId t) -> Result<std::vector<Owner>> {
            const auto tree = TRY(organisation::read_units(c, t));
            return possible_owners(c, t, tree, site.library, due);
        });
        CHECK(std::ranges::any_of(*owners, [&](const Owner& one) { return one.person == *last; }));
    });
}

} // namespace
} // namespace maerkbar::actions
