#include "storage/database.hpp"

#include <doctest/doctest.h>

#include "storage/testing.hpp"

namespace maerkbar::storage {
namespace {

using testing::for_each_database;
using testing::some_actor;

Result<void> make_table(Database& database) {
    return database.exclusively([](Connection& connection) {
        return connection.script("create table thing (id bigint primary key, name text unique)");
    });
}

Result<void> add(Database& database, int id, std::string_view name) {
    return database.write(some_actor(), [&](Transaction& transaction) -> Result<void> {
        TRY(transaction.connection().execute("insert into thing (id, name) values (?, ?)", {id, name}));
        return transaction.audit({"thing.created", "thing", std::to_string(id)});
    });
}

std::int64_t count(Database& database, std::string_view table) {
    const auto counted = database.read([&](Connection& connection) {
        return connection.number("select count(*) from " + std::string(table));
    });
    REQUIRE(counted.ok());
    return *counted;
}

TEST_CASE("a write is stored with its audit entry") {
    for_each_database([](Database& database) {
        REQUIRE(make_table(database).ok());
        REQUIRE(add(database, 1, "one").ok());
        CHECK(count(database, "thing") == 1);
        CHECK(count(database,
                    "audit_entry where action = 'thing.created' and person_id = 7 and at = 1772000000000") ==
              1);
    });
}

TEST_CASE("a failed write leaves nothing, not even its audit entry") {
    for_each_database([](Database& database) {
        REQUIRE(make_table(database).ok());
        REQUIRE(add(database, 1, "one").ok());
        const auto again = add(database, 2, "one");
        REQUIRE_FALSE(again.ok());
        CHECK(again.error().code == "storage.unique");
        CHECK(again.error().kind == ErrorKind::conflict);
        CHECK(count(database, "thing") == 1);
        CHECK(count(database, "audit_entry") == 1);
        CHECK(add(database, 3, "three").ok());
    });
}

TEST_CASE("a change without a trace is refused unless it says why") {
    for_each_database([](Database& database) {
        REQUIRE(make_table(database).ok());
        const auto insert = [](Transaction& transaction) {
            return transaction.connection().execute("insert into thing (id) values (1)");
        };
        const auto silent = database.write(some_actor(), insert);
        REQUIRE_FALSE(silent.ok());
        CHECK(silent.error().code == "storage.unaudited");
        CHECK(count(database, "thing") == 0);
        const auto excused = database.write(some_actor(), [&](Transaction& transaction) {
            transaction.without_audit("only a test");
            return insert(transaction);
        });
        REQUIRE(excused.ok());
        CHECK(*excused == 1);
    });
}

TEST_CASE("numbers are not used twice, also when the write that drew them failed") {
    for_each_database([](Database& database) {
        const auto draw = [&](bool keep) {
            return database.write(some_actor(), [&](Transaction& transaction) -> Result<UnitId> {
                transaction.without_audit("only a test");
                const auto id = TRY(transaction.next_id<UnitId>(TenantId{1}, "unit"));
                if (!keep) return Error{ErrorKind::invalid, "test.refused", "No."};
                return id;
            });
        };
        CHECK(draw(true)->value == 1);
        CHECK_FALSE(draw(false).ok());
        CHECK(draw(true)->value == 3);
    });
}

TEST_CASE("a part may be tried without losing the rest") {
    for_each_database([](Database& database) {
        REQUIRE(make_table(database).ok());
        const auto written = database.write(some_actor(), [](Transaction& transaction) -> Result<void> {
            auto& connection = transaction.connection();
            TRY(connection.execute("insert into thing (id, name) values (1, 'one')"));
            const auto tried = transaction.attempt([&]() -> Result<void> {
                TRY(connection.execute("insert into thing (id, name) values (2, 'one')"));
                return {};
            });
            CHECK_FALSE(tried.ok());
            TRY(connection.execute("insert into thing (id, name) values (3, 'three')"));
            return transaction.audit({"thing.created", "thing", "1"});
        });
        CHECK(written.ok());
        CHECK(count(database, "thing") == 2);
    });
}

TEST_CASE("long work runs in steps until it is done") {
    for_each_database([](Database& database) {
        REQUIRE(make_table(database).ok());
        int stored = 0;
        const auto outcome =
            database.write_in_steps(some_actor(), [&](Transaction& transaction) -> Result<Step> {
                transaction.without_audit("only a test");
                TRY(transaction.connection().execute("insert into thing (id) values (?)", {stored + 1}));
                return ++stored == 5 ? Step::done : Step::more;
            });
        CHECK(outcome.ok());
        CHECK(count(database, "thing") == 5);
    });
}

TEST_CASE("an exception in a write reaches its caller and undoes the write") {
    for_each_database([](Database& database) {
        REQUIRE(make_table(database).ok());
        const auto thrower = [](Transaction& transaction) -> Result<void> {
            TRY(transaction.connection().execute("insert into thing (id) values (1)"));
            throw std::runtime_error("fault");
        };
        CHECK_THROWS_AS((void)database.write(some_actor(), thrower).ok(), std::runtime_error);
        CHECK(count(database, "thing") == 0);
        CHECK(add(database, 1, "one").ok());
    });
}

} // namespace
} // namespace maerkbar::storage
