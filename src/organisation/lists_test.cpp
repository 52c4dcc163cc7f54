#include <doctest/doctest.h>

#include "organisation/audit_trail.hpp"
#include "organisation/catalogue.hpp"
#include "organisation/places.hpp"
#include "organisation/setup.hpp"
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

    template <typename F>
    auto write(F work) const {
        return database.write(actor, work);
    }
    template <typename F>
    auto read(F work) const {
        return database.read(work).value();
    }
};

void for_each_town(FunctionRef<void(Town&)> test) {
    storage::testing::for_each_database([&](Database& database) {
        auto installed =
            initialise(database, {{"Fjordby", Country::denmark}, "admin", "Administrator"}, {}).value();
        Town town{database, installed, {installed.tenant.id, installed.administrator, "web"}};
        test(town);
    });
}

TEST_CASE("entries of a list are added, changed and taken out of use") {
    for_each_town([](Town& town) {
        const auto save = [&](const CatalogueEntry& entry) {
            return town.write([&](Transaction& t) { return save_entry(t, entry); });
        };
        const auto phone = save({{}, CatalogueKind::channel, "Telefon", "TLF"}).value();
        CHECK(save({{}, CatalogueKind::channel, " telefon"}).error().code == "organisation.entry_taken");
        CHECK(save({{}, CatalogueKind::channel, " "}).error().code == "organisation.entry_name");
        CHECK(save({{}, CatalogueKind::contact_point, "Telefon"}).ok());
        CHECK(save({{}, CatalogueKind::channel, "Brev"}).ok());
        CHECK(save({phone, CatalogueKind::channel, "Telefon", "T", "", town.installed.root, false}).ok());
        const auto channels = town.read(
            [&](Connection& c) { return list_entries(c, town.actor.tenant, CatalogueKind::channel); });
        REQUIRE(channels.size() == 2);
        CHECK(channels.front().name == "Brev");
        CHECK_FALSE(channels.back().active);
        CHECK(channels.back().unit == town.installed.root);
        CHECK(town.database.read([&](Connection& c) { return read_entry(c, TenantId{9}, phone); })
                  .error()
                  .code == "organisation.unknown_entry");
        for (const auto kind : catalogue_kinds)
            CHECK(catalogue_kind(name_of(kind)) == kind);
    });
}

TEST_CASE("hours are kept with their validity, in scope only") {
    for_each_town([](Town& town) {
        const auto place = town.write([&](Transaction& t) {
                                   return save_place(t, {{}, "Rådhuset", "Torvet 1"});
                               })
                               .value();
        const auto add = [&](int opens, int closes) {
            const OpeningHours hours{town.installed.root,   place, {}, 1, opens, closes,
                                     {today - 100, forever}};
            return town.write([&](Transaction& t) { return add_hours(t, hours); });
        };
        CHECK(add(600, 600).error().code == "organisation.hours_order");
        CHECK(add(600, 1441).error().code == "organisation.hours_order");
        const auto id = add(600, 900).value();
        const auto list = [&](const std::string& condition) {
            return town.read([&](Connection& c) { return list_hours(c, town.actor.tenant, condition); });
        };
        const auto end = [&](const std::string& condition, Date from) {
            return town.write([&](Transaction& t) { return end_hours(t, id, from, condition); });
        };
        CHECK(list("1 = 0").empty());
        REQUIRE(list("1 = 1").size() == 1);
        CHECK(end("1 = 0", today).error().code == "organisation.unknown_hours");
        CHECK(end("1 = 1", today).ok());
        CHECK(list("1 = 1").front().hours.valid == Validity{today - 100, today});
        CHECK(end("1 = 1", today - 100).ok());
        CHECK(list("1 = 1").empty());
    });
}

TEST_CASE("own closing days join the public holidays") {
    for_each_town([](Town& town) {
        const auto add = [&](std::string reason) {
            return town.write([&](Transaction& t) { return add_closing_day(t, {today, std::move(reason)}); });
        };
        CHECK(add("").error().code == "organisation.closing_reason");
        CHECK(add("Kursus").ok());
        const auto works = [&] {
            return town.read([&](Connection& c) { return read_calendar(c, town.actor.tenant); })
                .works_on(today);
        };
        CHECK_FALSE(works());
        CHECK(town.write([&](Transaction& t) { return remove_closing_day(t, today); }).ok());
        CHECK(works());
    });
}

TEST_CASE("the audit trail is filtered by person, object and local day") {
    for_each_town([](Town& town) {
        REQUIRE(town.write([&](Transaction& t) { return save_place(t, {{}, "Rådhuset"}); }).ok());
        const auto ask = [&](const AuditQuery& query) {
            return town.read([&](Connection& c) { return read_audit(c, town.actor.tenant, query); });
        };
        const auto all = ask({});
        CHECK(all.total > 1);
        CHECK(all.records.front().action == "place.created");
        CHECK(all.records.front().person_name == "Administrator");
        AuditQuery places;
        places.object_type = "place";
        places.object_id = "1";
        CHECK(ask(places).total == 1);
        AuditQuery mine;
        mine.person = town.actor.person;
        CHECK(ask(mine).total == 1);
        AuditQuery days;
        days.from = today;
        days.to = today;
        CHECK(ask(days).total == all.total);
        days.to = today - 1;
        CHECK(ask(days).total == 0);
        days = {};
        days.from = today + 1;
        CHECK(ask(days).total == 0);
        CHECK(town.read([&](Connection& c) { return audited_types(c, town.actor.tenant); }).size() >= 4);
    });
}

} // namespace
} // namespace maerkbar::organisation
