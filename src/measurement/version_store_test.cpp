#include "measurement/version_store.hpp"

#include <doctest/doctest.h>

#include "storage/testing.hpp"

namespace maerkbar::measurement {
namespace {

void execute(storage::Database& database, const std::string& sql) {
    const auto done = database.write(storage::testing::some_actor(),
                                     [&](storage::Transaction& transaction) -> Result<void> {
                                         transaction.without_audit("cells of a test");
                                         TRY(transaction.connection().execute(sql));
                                         return {};
                                     });
    REQUIRE_MESSAGE(done.ok(), done.error().english());
}

// One cell of each of so many units, counted under a version.
void add_cells(storage::Database& database, IndicatorId indicator, VersionId version, int units) {
    const auto numbers =
        "with recursive numbers(n) as (select 1 union all select n + 1 from numbers where n < " +
        std::to_string(units) + ") ";
    const auto which = std::to_string(indicator.value);
    const auto of = ", " + std::to_string(version.value) + ", ";
    execute(database,
            numbers + "insert into day_cell select 1, " + which + ", 1, n, 0" + of + "0, 'r1' from numbers");
    execute(database, numbers + "insert into period_cell select 1, " + which + ", 1, 0, 2, n, 0" + of +
                          "'r1' from numbers");
}

std::int64_t cells(storage::Database& database, IndicatorId indicator, VersionId version) {
    const auto count = [&](const std::string& table) {
        return "(select count(*) from " + table + " where indicator_id = " + std::to_string(indicator.value) +
               " and version_id = " + std::to_string(version.value) + ")";
    };
    auto found = database.read([&](storage::Connection& connection) {
        return connection.number("select " + count("day_cell") + " + " + count("period_cell"));
    });
    REQUIRE(found.ok());
    return *found;
}

} // namespace

TEST_CASE("few or many, cells that a newer version replaced are removed, and no others") {
    storage::testing::for_each_database([](storage::Database& database) {
        constexpr IndicatorId small{1}, large{2};
        constexpr VersionId older{1}, newer{2};
        for (const auto* version : {"1", "2"})
            execute(database,
                    "insert into cell_version (tenant_id, id, reason, state, opened_at) values (1, " +
                        std::string{version} + ", 'import', 'published', 0)");
        add_cells(database, small, older, 3);
        add_cells(database, small, newer, 2);
        add_cells(database, large, older, 10'102);
        add_cells(database, large, newer, 10'100);
        REQUIRE(remove_superseded(database, storage::testing::some_actor()).ok());
        CHECK(cells(database, small, older) == 2 * 1);
        CHECK(cells(database, small, newer) == 2 * 2);
        CHECK(cells(database, large, older) == 2 * 2);
        CHECK(cells(database, large, newer) == 2 * 10'100);
    });
}

} // namespace maerkbar::measurement
