#include "storage/migrations.hpp"

#include <doctest/doctest.h>

#include "storage/testing.hpp"

namespace maerkbar::storage {
namespace {

using testing::for_each_database;

std::vector<std::string> names_of(const std::vector<Migration>& migrations) {
    std::vector<std::string> names;
    for (const auto& migration : migrations)
        names.push_back(migration.name);
    return names;
}

// What the program has, and these after it.
std::vector<Migration> with_own(std::vector<Migration> more) {
    auto all = embedded_migrations().value();
    all.insert(all.end(), more.begin(), more.end());
    return in_order(all).value();
}

TEST_CASE("each step follows what it requires and the earlier ones of its module") {
    const auto sorted = in_order({{"b/001_x", "-- requires: c/002\n"},
                                  {"c/001_x", ""},
                                  {"a/002_x", ""},
                                  {"c/002_x", ""},
                                  {"a/001_x", "-- requires: b/001\n"}});
    REQUIRE(sorted.ok());
    CHECK(names_of(*sorted) ==
          std::vector<std::string>{"c/001_x", "c/002_x", "b/001_x", "a/001_x", "a/002_x"});
}

TEST_CASE("a missing requirement and a circle are faults") {
    CHECK(in_order({{"a/001_x", "-- requires: b/001\n"}}).error().code == "storage.migration");
    CHECK(in_order({{"a/001_x", "-- requires: b/001\n"}, {"b/001_x", "-- requires: a/001\n"}}).error().code ==
          "storage.migration");
}

TEST_CASE("two steps with one number are a fault") {
    CHECK(in_order({{"a/001_x", ""}, {"a/001_y", ""}}).error().code == "storage.migration");
}

TEST_CASE("the program's own steps apply to an empty database, once") {
    for_each_database([](Database& database) { // already migrated
        CHECK(pending(database)->empty());
        CHECK(*migrate(database) == 0);
    });
}

TEST_CASE("a new step is applied and recorded") {
    for_each_database([](Database& database) {
        const auto more =
            with_own({{"test/001_thing", "create table thing (id integer primary key) strict;\n"}});
        const auto first = migrate(database, more);
        REQUIRE_MESSAGE(first.ok(), first.error().english());
        CHECK(*first == 1);
        CHECK(*migrate(database, more) == 0);
        CHECK(database.read([](Connection& reader) { return reader.number("select count(*) from thing"); })
                  .ok());
    });
}

TEST_CASE("a failing step leaves nothing and names itself") {
    for_each_database([](Database& database) {
        const auto outcome = migrate(
            database, with_own({{"test/001_bad",
                                 "create table half (id integer);\ninsert into nowhere values (1);\n"}}));
        REQUIRE_FALSE(outcome.ok());
        CHECK(outcome.error().code == "storage.migration");
        CHECK(outcome.error().english().find("test/001_bad") != std::string::npos);
        CHECK_FALSE(
            database.read([](Connection& reader) { return reader.number("select count(*) from half"); })
                .ok());
        CHECK(pending(database)->empty());
    });
}

TEST_CASE("an older program and a changed file are refused") {
    for_each_database([](Database& database) {
        REQUIRE(migrate(database, with_own({{"test/001_thing", "create table thing (id integer);\n"}})).ok());
        const auto older = migrate(database);
        CHECK(older.error().code == "storage.newer");
        CHECK(older.error().english().find("test/001_thing") != std::string::npos);
        const auto changed =
            migrate(database, with_own({{"test/001_thing", "create table thing (id text);\n"}}));
        CHECK(changed.error().code == "storage.changed");
    });
}

} // namespace
} // namespace maerkbar::storage
