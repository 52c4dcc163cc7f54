#include "storage/table_copy.hpp"

#include <doctest/doctest.h>

#include "storage/testing.hpp"

namespace maerkbar::storage {
namespace {

using testing::TestDatabase;

Result<void> with_connection(Database& database, FunctionRef<Result<void>(Connection&)> work) {
    return database.exclusively(work);
}

constexpr auto odd_tables =
    "create table b_child (id integer primary key, parent_id integer references z_parent (id)) strict;"
    "create table z_parent (id integer primary key, above integer references z_parent (id),"
    " amount real, name text, data blob) strict;";

TEST_CASE("tables come after those they name, with the types of their columns") {
    TestDatabase database(Dialect::sqlite);
    const auto outcome = with_connection(*database, [](Connection& connection) -> Result<void> {
        TRY(connection.script(odd_tables));
        std::vector<std::string> order;
        for (const auto& table : TRY(tables_of(connection)))
            if (table.name.find('_') == 1) order.push_back(table.name);
        CHECK(order == std::vector<std::string>{"z_parent", "b_child"});
        for (const auto& table : TRY(tables_of(connection))) {
            if (table.name != "z_parent") continue;
            REQUIRE(table.columns.size() == 5);
            CHECK(table.columns[2].type == ColumnType::real);
            CHECK(table.columns[3].type == ColumnType::text);
            CHECK(table.columns[4].type == ColumnType::blob);
        }
        return {};
    });
    CHECK(outcome.ok());
}

TEST_CASE("tables that name each other are a fault") {
    TestDatabase database(Dialect::sqlite);
    const auto outcome = with_connection(*database, [](Connection& connection) -> Result<void> {
        TRY(connection.script(
            "create table a (id integer primary key, b integer references b (id)) strict;"
            "create table b (id integer primary key, a integer references a (id)) strict;"));
        CHECK_FALSE(tables_of(connection).ok());
        return {};
    });
    CHECK(outcome.ok());
}

TEST_CASE("a digest finds a changed, a lost and a doubled row, in any order") {
    TestDatabase database(Dialect::sqlite);
    const Table table{"thing", {{"number", ColumnType::integer}, {"name", ColumnType::text}}};
    const auto digest_of = [&](const std::string& rows) {
        TableDigest found;
        const auto outcome = with_connection(*database, [&](Connection& connection) -> Result<void> {
            TRY(connection.script(
                "drop table if exists thing; create table thing (number integer, name text);"));
            if (!rows.empty()) TRY(connection.script("insert into thing values " + rows));
            found = TRY(digest(connection, table));
            return {};
        });
        CHECK(outcome.ok());
        return found;
    };
    const auto original = digest_of("(1, 'a'), (2, 'b')");
    CHECK(original.rows == 2);
    CHECK(digest_of("(2, 'b'), (1, 'a')") == original);
    CHECK_FALSE(digest_of("(1, 'a'), (2, 'c')") == original);
    CHECK_FALSE(digest_of("(1, 'a'), (2, null)") == original);
    CHECK_FALSE(digest_of("(1, 'b'), (2, 'a')") == original);
    CHECK_FALSE(digest_of("(1, 'a')") == original);
    CHECK(digest_of("") == TableDigest{});
}

TEST_CASE("rows of every type are the same in the other database") {
    for (const auto dialect : testing::dialects()) {
        TestDatabase from(Dialect::sqlite);
        TestDatabase to(dialect);
        const Table table{"thing",
                          {{"number", ColumnType::integer},
                           {"share", ColumnType::real},
                           {"name", ColumnType::text},
                           {"data", ColumnType::blob}}};
        const auto outcome = with_connection(*from, [&](Connection& original) -> Result<void> {
            TRY(original.script(
                "create table thing (number integer, share real, name text, data blob) strict;"
                "insert into thing values (-9223372036854775808, 0.1, 'Æ\t\\', x'00ff5c78'),"
                "(null, null, null, null), (0, -1e300, '', x'')"));
            return with_connection(*to, [&](Connection& copy) -> Result<void> {
                TRY(copy.script(copy.dialect() == Dialect::sqlite
                                    ? "create table thing (number integer, share real, name text, data blob)"
                                    : "create table thing (number bigint, share double precision, name text, "
                                      "data bytea)"));
                TRY(copy.begin_write());
                TRY(copy_rows(original, copy, table));
                TRY(copy.commit());
                CHECK(TRY(digest(copy, table)) == TRY(digest(original, table)));
                CHECK(TRY(digest(copy, table)).rows == 3);
                return {};
            });
        });
        CHECK(outcome.ok());
    }
}

} // namespace
} // namespace maerkbar::storage
