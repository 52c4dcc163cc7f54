// What every statement may rely on, on both databases.
#include "storage/connection.hpp"

#include <doctest/doctest.h>

#include <limits>

#include "storage/testing.hpp"

namespace maerkbar::storage {
namespace {

using testing::for_each_database;

constexpr auto tables = R"(
    create table parent (id bigint primary key);
    create table thing (
        id bigint primary key,
        parent_id bigint references parent (id),
        name text not null unique,
        amount double precision,
        share bigint check (share between 0 and 100));
)";

// A fresh pair of tables on the writing connection.
void with_tables(FunctionRef<Result<void>(Connection&)> work) {
    for_each_database([&](Database& database) {
        const auto outcome = database.exclusively([&](Connection& connection) -> Result<void> {
            TRY(connection.script(tables));
            return work(connection);
        });
        CAPTURE(static_cast<int>(database.dialect()));
        if (!outcome.ok()) FAIL_CHECK(outcome.error().english());
    });
}

std::string code_of(const Result<std::int64_t>& result) {
    return result.ok() ? "ok" : result.error().code;
}

TEST_CASE("numbers and texts come back as they went in") {
    with_tables([](Connection& connection) -> Result<void> {
        const auto low = std::numeric_limits<std::int64_t>::min();
        const std::string name = "Ærø \"'?\\ \t\n \U0001F600";
        TRY(connection.execute("insert into thing (id, name, amount) values (?, ?, ?)", {low, name, 0.1}));
        const auto row = TRY(connection.first("select id, name, amount, parent_id from thing where id = ?",
                                              {low}, [](const Row& found) {
                                                  CHECK(found.is_null(3));
                                                  CHECK_FALSE(found.optional_integer(3).has_value());
                                                  CHECK(found.optional_real(2) == 0.1);
                                                  return std::pair(found.integer(0), found.string(1));
                                              }));
        CHECK(row == std::pair(low, name));
        return {};
    });
}

TEST_CASE("bytes come back as they went in") {
    for_each_database([](Database& database) {
        const auto outcome = database.exclusively([](Connection& connection) -> Result<void> {
            const bool sqlite = connection.dialect() == Dialect::sqlite;
            TRY(connection.script(sqlite ? "create table file (data blob)"
                                         : "create table file (data bytea)"));
            const std::string bytes("\0\xFF\\x\n", 5);
            TRY(connection.execute("insert into file values (?)", {Blob{bytes}}));
            const auto back = TRY(
                connection.first("select data from file", {}, [](const Row& row) { return row.blob(0); }));
            CHECK(back == bytes);
            return {};
        });
        CHECK(outcome.ok());
    });
}

TEST_CASE("counts, sums, means and truth read as numbers") {
    with_tables([](Connection& connection) -> Result<void> {
        TRY(connection.execute("insert into thing (id, name, share) values (1, 'a', 10), (2, 'b', 15)"));
        TRY(connection.query(
            "select count(*), sum(share), avg(share), max(share) = 15, 10 / 4, 1 = 2 from thing", {},
            [](const Row& row) -> Result<void> {
                CHECK(row.integer(0) == 2);
                CHECK(row.integer(1) == 25);
                CHECK(row.real(2) == 12.5);
                CHECK(row.integer(2) == 12);
                CHECK(row.boolean(3));
                CHECK(row.integer(4) == 2);
                CHECK_FALSE(row.boolean(5));
                return {};
            }));
        return {};
    });
}

TEST_CASE("days and instants have the forms the tables need") {
    with_tables([](Connection& connection) -> Result<void> {
        const auto day = Date::from(2026, 2, 28).value();
        TRY(connection.execute("insert into thing (id, name, share) values (?, ?, ?)",
                               {day.days, day.iso(), std::optional<int>{}}));
        TRY(connection.execute("insert into parent values (?)",
                               {Instant{std::chrono::milliseconds{1772000000123}}}));
        TRY(connection.query("select id, name, share from thing where name = ?", {"2026-02-28"},
                             [&](const Row& row) -> Result<void> {
                                 CHECK(row.day(0) == day);
                                 CHECK(row.date(1) == day);
                                 CHECK_FALSE(row.optional_date(2).has_value());
                                 return {};
                             }));
        TRY(connection.query("select id from parent", {}, [](const Row& row) -> Result<void> {
            CHECK(row.instant(0).time_since_epoch().count() == 1772000000123);
            return {};
        }));
        return {};
    });
}

TEST_CASE("constraints tell which and where") {
    with_tables([](Connection& connection) -> Result<void> {
        TRY(connection.execute("insert into thing (id, name) values (1, 'a')"));
        const auto twice = connection.execute("insert into thing (id, name) values (1, 'b')");
        CHECK(code_of(twice) == "storage.unique");
        CHECK(twice.error().arguments.front().second == "thing");
        CHECK(code_of(connection.execute("insert into thing (id, name) values (2, 'a')")) ==
              "storage.unique");
        CHECK(code_of(connection.execute("insert into thing (id) values (2)")) == "storage.not_null");
        CHECK(code_of(connection.execute("insert into thing (id, name, share) values (2, 'b', 101)")) ==
              "storage.check");
        CHECK(code_of(connection.execute("insert into thing (id, name, parent_id) values (2, 'b', 9)")) ==
              "storage.foreign_key");
        CHECK(code_of(connection.execute("insert into nowhere values (1)")) == "storage.statement");
        CHECK(code_of(connection.execute("insert into thing (id, name) values (?, ?)", {2})) ==
              "storage.statement");
        return {};
    });
}

TEST_CASE("what only one database would take is refused by both") {
    with_tables([](Connection& connection) -> Result<void> {
        const auto insert = "insert into thing (id, name, amount) values (?, ?, ?)";
        using namespace std::literals;
        CHECK(code_of(connection.execute(insert, {1, "a\0b"sv, 1.0})) == "storage.value");
        CHECK(code_of(connection.execute(insert, {1, "K\xF8", 1.0})) == "storage.value");
        CHECK(code_of(connection.execute(insert, {1, "a", std::numeric_limits<double>::infinity()})) ==
              "storage.value");
        return {};
    });
}

TEST_CASE("upserts and returning mean the same") {
    with_tables([](Connection& connection) -> Result<void> {
        const auto upsert =
            "insert into thing (id, name, share) values (?, ?, ?) "
            "on conflict (id) do update set share = thing.share + excluded.share returning share";
        CHECK(TRY(connection.number(upsert, {1, "a", 5})) == 5);
        CHECK(TRY(connection.number(upsert, {1, "a", 6})) == 11);
        CHECK(TRY(connection.execute("update thing set share = 1")) == 1);
        CHECK(TRY(connection.execute("update thing set share = 2 where id = 99")) == 0);
        CHECK(TRY(connection.execute("insert into thing (id, name) values (?, ?) on conflict do nothing",
                                     {1, "z"})) == 0);
        CHECK(TRY(connection.number("select share from thing where id = 99")) == 0);
        return {};
    });
}

TEST_CASE("a tree is walked by one statement") {
    with_tables([](Connection& connection) -> Result<void> {
        TRY(connection.script(
            "insert into parent values (1), (2), (3);"
            "insert into thing (id, parent_id, name) values (1, null, 'a'), (2, 1, 'b'), (3, 2, 'c')"));
        const auto names = TRY(
            connection.all("with recursive below (id) as (select id from thing where id = ? union all "
                           "select thing.id from thing join below on thing.parent_id = below.id) "
                           "select name from thing where id in (select id from below) order by name limit ?",
                           {2, 10}, [](const Row& row) { return row.string(0); }));
        CHECK(names == std::vector<std::string>{"b", "c"});
        return {};
    });
}

TEST_CASE("a query hands on the failure of its reader, and the connection goes on") {
    with_tables([](Connection& connection) -> Result<void> {
        TRY(connection.script("insert into parent values (1), (2), (3)"));
        int seen = 0;
        const auto outcome = connection.query("select id from parent", {}, [&](const Row&) -> Result<void> {
            ++seen;
            return Error{ErrorKind::invalid, "test.enough", "Enough."};
        });
        CHECK(seen == 1);
        CHECK(outcome.error().code == "test.enough");
        CHECK(TRY(connection.number("select count(*) from parent")) == 3);
        const auto made =
            connection.all("select id from parent", {}, [](const Row& row) -> Result<std::int64_t> {
                if (row.integer(0) > 1) return Error{ErrorKind::invalid, "test.enough", "Enough."};
                return row.integer(0);
            });
        CHECK(made.error().code == "test.enough");
        return {};
    });
}

TEST_CASE("statements inside a running query are refused") {
    with_tables([](Connection& connection) -> Result<void> {
        TRY(connection.script("insert into parent values (1)"));
        TRY(connection.query("select id from parent", {}, [&](const Row&) -> Result<void> {
            CHECK(code_of(connection.number("select 1")) == "storage.nested");
            CHECK(code_of(connection.execute("delete from parent")) == "storage.nested");
            return {};
        }));
        CHECK(TRY(connection.number("select count(*) from parent")) == 1);
        return {};
    });
}

TEST_CASE("after a failed statement the transaction only refuses") {
    with_tables([](Connection& connection) -> Result<void> {
        TRY(connection.begin_write());
        TRY(connection.execute("insert into parent values (1)"));
        CHECK(code_of(connection.execute("insert into parent values (1)")) == "storage.unique");
        CHECK(code_of(connection.execute("insert into parent values (2)")) == "storage.broken");
        CHECK(connection.commit().error().code == "storage.broken");
        connection.rollback();
        CHECK(TRY(connection.number("select count(*) from parent")) == 0);
        return {};
    });
}

TEST_CASE("a reader changes nothing and sees one state") {
    for_each_database([](Database& database) {
        REQUIRE(database.exclusively([](Connection& connection) { return connection.script(tables); }).ok());
        const auto outcome = database.read([&](Connection& reader) -> Result<void> {
            CHECK(TRY(reader.number("select count(*) from parent")) == 0);
            TRY(database.write(testing::some_actor(), [](Transaction& transaction) {
                transaction.without_audit("only a test");
                return transaction.connection().execute("insert into parent values (1)");
            }));
            CHECK(TRY(reader.number("select count(*) from parent")) == 0);
            CHECK_FALSE(reader.execute("insert into parent values (2)").ok());
            return {};
        });
        CHECK(outcome.ok());
        const auto after =
            database.read([](Connection& reader) { return reader.number("select count(*) from parent"); });
        CHECK(*after == 1);
    });
}

TEST_CASE("many different statements do not pile up") {
    with_tables([](Connection& connection) -> Result<void> {
        for (int number = 0; number < 1100; ++number)
            CHECK(TRY(connection.number("select " + std::to_string(number))) == number);
        return {};
    });
}

} // namespace
} // namespace maerkbar::storage
