// The PostgreSQL server goes away and comes back; the program stays.
#include <doctest/doctest.h>

#include <cstdlib>
#include <string>

#include "storage/testing.hpp"

namespace maerkbar::storage {
namespace {

using testing::some_actor;
using testing::TestDatabase;

bool has_postgresql() {
    return testing::dialects().size() > 1;
}

void control(const std::string& task) {
    const char* script = std::getenv("MAERKBAR_TEST_POSTGRESQL_CONTROL");
    REQUIRE(script != nullptr);
    REQUIRE(std::system((std::string(script) + " " + task + " >/dev/null 2>&1").c_str()) == 0);
}

// A server that is stopped at once forgets what was not yet synced.
Settings durable() {
    auto settings = TestDatabase::fast_settings();
    settings.durable = true;
    return settings;
}

Result<std::int64_t> add(Database& database, int id) {
    return database.write(some_actor(), [&](Transaction& transaction) {
        transaction.without_audit("only a test");
        return transaction.connection().execute("insert into thing values (?)", {id});
    });
}

Result<std::int64_t> count(Database& database) {
    return database.read(
        [](Connection& connection) { return connection.number("select count(*) from thing"); });
}

void make_table(Database& database) {
    REQUIRE(database
                .exclusively([](Connection& connection) {
                    return connection.script("create table thing (id bigint primary key)");
                })
                .ok());
}

TEST_CASE("sessions that the server dropped are replaced without anybody noticing") {
    if (!has_postgresql()) return;
    TestDatabase database(Dialect::postgresql, durable());
    make_table(*database);
    REQUIRE(add(*database, 1).ok());
    REQUIRE(count(*database).ok());
    REQUIRE(database
                ->exclusively([](Connection& connection) {
                    return connection.query(
                        "select pg_terminate_backend(pid) from pg_stat_activity where "
                        "application_name = 'maerkbar' and pid <> pg_backend_pid()",
                        {}, [](const Row&) -> Result<void> { return {}; });
                })
                .ok());
    CHECK(add(*database, 2).ok());
    CHECK(*count(*database) == 2);
}

TEST_CASE("without its server the program answers 'unavailable' and recovers when it is back") {
    if (!has_postgresql() || std::getenv("MAERKBAR_TEST_POSTGRESQL_CONTROL") == nullptr) return;
    TestDatabase database(Dialect::postgresql, durable());
    make_table(*database);
    REQUIRE(add(*database, 1).ok());
    control("stop");
    for (const auto& outcome : {add(*database, 2), count(*database)}) {
        REQUIRE_FALSE(outcome.ok());
        CHECK(outcome.error().code == "storage.connection");
        CHECK(outcome.error().kind == ErrorKind::unavailable);
    }
    CHECK(Database::open(database.settings()).error().code == "storage.connection");
    control("start");
    CHECK(add(*database, 3).ok());
    CHECK(*count(*database) == 2);
}

TEST_CASE("a server that goes away during a write has stored nothing") {
    if (!has_postgresql() || std::getenv("MAERKBAR_TEST_POSTGRESQL_CONTROL") == nullptr) return;
    TestDatabase database(Dialect::postgresql, durable());
    make_table(*database);
    const auto outcome = database->write(some_actor(), [](Transaction& transaction) -> Result<void> {
        transaction.without_audit("only a test");
        TRY(transaction.connection().execute("insert into thing values (1)"));
        control("stop");
        TRY(transaction.connection().execute("insert into thing values (2)"));
        return {};
    });
    CHECK(outcome.error().code == "storage.connection");
    control("start");
    CHECK(*count(*database) == 0);
}

TEST_CASE("an address that is none is said to be none") {
    Settings settings;
    settings.url = "mysql://somewhere";
    CHECK(Database::open(settings).error().code == "storage.url");
    settings.url = "sqlite:";
    CHECK(Database::open(settings).error().code == "storage.url");
    settings.url = "sqlite:/proc/nowhere/maerkbar.db";
    CHECK(Database::open(settings).error().code == "storage.connection");
}

} // namespace
} // namespace maerkbar::storage
