#include "storage/bulk_insert.hpp"

#include <doctest/doctest.h>

#include "storage/testing.hpp"

namespace maerkbar::storage {
namespace {

using testing::for_each_database;
using testing::some_actor;

const Columns columns{"id", "amount", "name"};

void make_table(Database& database) {
    REQUIRE(database
                .exclusively([](Connection& connection) {
                    return connection.script(
                        "create table thing (id bigint primary key, amount double precision, name text)");
                })
                .ok());
}

// Runs `fill` on a bulk insert in a write of its own.
Result<std::int64_t> insert(Database& database, FunctionRef<Result<void>(BulkInsert&)> fill) {
    return database.write(some_actor(), [&](Transaction& transaction) -> Result<std::int64_t> {
        transaction.without_audit("only a test");
        auto bulk = TRY(transaction.connection().bulk_insert("thing", columns));
        TRY(fill(*bulk));
        return bulk->finish();
    });
}

std::int64_t count(Database& database) {
    return *database.read(
        [](Connection& connection) { return connection.number("select count(*) from thing"); });
}

TEST_CASE("rows of every kind of value arrive as they were") {
    for_each_database([](Database& database) {
        make_table(database);
        const std::string odd = "tab\t line\n return\r slash\\ \\N Æ'\"";
        const auto stored = insert(database, [&](BulkInsert& bulk) -> Result<void> {
            TRY(bulk.append(UnitId{1}, 0.1, odd));
            TRY(bulk.append(2, std::nullopt, ""));
            TRY(bulk.append(3, std::optional<double>{-1e300}, std::optional<std::string>{}));
            bulk.put(Value{std::int64_t{4}});
            bulk.put(Value{});
            bulk.put(std::string_view{});
            return bulk.end_row();
        });
        REQUIRE(stored.ok());
        CHECK(*stored == 4);
        const auto names = database.read([](Connection& connection) {
            return connection.all("select name, amount from thing order by id", {}, [](const Row& row) {
                return std::pair(row.optional_text(0), row.optional_real(1));
            });
        });
        REQUIRE(names.ok());
        CHECK(names->at(0) == std::pair(std::optional<std::string>(odd), std::optional(0.1)));
        CHECK(names->at(1) == std::pair(std::optional<std::string>(""), std::optional<double>()));
        CHECK(names->at(2) == std::pair(std::optional<std::string>(), std::optional(-1e300)));
        CHECK(names->at(3) == std::pair(std::optional<std::string>(""), std::optional<double>()));
    });
}

TEST_CASE("more rows than one buffer holds") {
    for_each_database([](Database& database) {
        make_table(database);
        const auto stored = insert(database, [](BulkInsert& bulk) -> Result<void> {
            for (int id = 0; id < 20000; ++id)
                TRY(bulk.append(id, 1.5, "a name of some length"));
            return {};
        });
        CHECK(*stored == 20000);
        CHECK(count(database) == 20000);
    });
}

TEST_CASE("one bad row loses the whole bulk") {
    for_each_database([](Database& database) {
        make_table(database);
        const auto twice = insert(database, [](BulkInsert& bulk) -> Result<void> {
            for (const int id : {1, 2, 1})
                TRY(bulk.append(id, 1.5, "a"));
            return {};
        });
        CHECK(twice.error().code == "storage.unique");
        const auto unstorable =
            insert(database, [](BulkInsert& bulk) -> Result<void> { return bulk.append(1, 1.5, "K\xF8"); });
        CHECK(unstorable.error().code == "storage.value");
        const auto narrow =
            insert(database, [](BulkInsert& bulk) -> Result<void> { return bulk.append(1, 1.5); });
        CHECK(narrow.error().code == "storage.statement");
        CHECK(count(database) == 0);
    });
}

TEST_CASE("a bulk insert that is given up fails its transaction") {
    for_each_database([](Database& database) {
        make_table(database);
        const auto outcome = database.write(some_actor(), [](Transaction& transaction) -> Result<void> {
            transaction.without_audit("only a test");
            {
                auto bulk = TRY(transaction.connection().bulk_insert("thing", columns));
                TRY(bulk->append(1, 1.5, "a"));
                CHECK(transaction.connection().number("select 1").error().code == "storage.nested");
            }
            return {};
        });
        CHECK(outcome.error().code == "storage.broken");
        CHECK(count(database) == 0);
    });
}

} // namespace
} // namespace maerkbar::storage
