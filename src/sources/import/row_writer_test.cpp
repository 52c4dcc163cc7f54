#include "sources/import/row_writer.hpp"

#include <doctest/doctest.h>

#include "storage/testing.hpp"

namespace maerkbar::sources {
namespace {

using storage::testing::some_actor;

TEST_CASE("every row is stored once as it was, also of files longer than what is sorted at once") {
    measurement::SourceSchema schema{"figures", "Figures", {}};
    schema.columns = {{"value", "Value", measurement::ColumnType::number}};
    const FactTable table({schema, "fact_figure", {}});
    storage::testing::for_each_database([&](storage::Database& database) {
        constexpr std::int64_t rows = 70'000;
        const auto actor = some_actor();
        RowWriter writer(database, actor, table, ImportId{1}, FeedId{2});
        FactRow row;
        for (std::int64_t line = 1; line <= rows; ++line) {
            row.unit = UnitId{1 + line * 7919 % 5};
            row.day = Date{static_cast<std::int32_t>(line * 104729 % 400)};
            row.line = static_cast<std::size_t>(line);
            row.row_key = line % 2 == 0 ? std::to_string(line) : "";
            row.values = {line};
            REQUIRE(writer.add(row).ok());
        }
        REQUIRE(writer.finish().ok());
        REQUIRE(writer.finish().ok()); // there is nothing left to store
        const auto count = [&](const std::string& where) {
            return *database.read([&](storage::Connection& connection) {
                return connection.number("select count(*) from fact_figure where " + where, {});
            });
        };
        CHECK(count("value = line and import_id = 1 and unit_id = 1 + line * 7919 % 5"
                    " and day = line * 104729 % 400") == rows);
        CHECK(count("row_key = '2:' || line") == rows / 2);
        CHECK(count("row_key is null") == rows / 2);
    });
}

} // namespace
} // namespace maerkbar::sources
