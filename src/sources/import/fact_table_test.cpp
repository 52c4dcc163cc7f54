#include "sources/import/importer.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <random>

#include "storage/testing.hpp"

namespace maerkbar::sources {
namespace {

using storage::testing::for_each_database;
using storage::testing::some_actor;

// The figures table with one number a row; that is enough to tell rows apart.
FactTable figures() {
    measurement::SourceSchema schema{"figures", "Figures", {}};
    schema.columns = {{"value", "Value", measurement::ColumnType::number}};
    return FactTable({schema, "fact_figure", {}});
}

struct TestImport {
    std::int64_t id = 0;
    ImportMode mode = ImportMode::replace;
    Date first;
    Date last;
    std::vector<FactRow> rows;
    bool published = false;
};

FactRow row(int unit, int day, std::int64_t value, std::string key = "") {
    return {UnitId{unit}, Date{day}, static_cast<std::size_t>(value), std::move(key), "", {value}};
}

constexpr auto insert_import =
    "insert into data_import (tenant_id, id, source, feed_id, file_name, file_digest, mapping_digest, "
    "mapping, mode,"
    " bad_rows, state, rows_good, rows_bad, error_count, created_at)"
    " values (?, ?, 'figures', 1, '', '', '', '{}', ?, 'reject', ?, 0, 0, 0, 0)";

Result<void> store(storage::Transaction& tx, const FactTable& table, const TestImport& import) {
    const auto tenant = tx.actor().tenant;
    tx.without_audit("test");
    TRY(tx.connection().execute(
        "insert into feed (tenant_id, id, source, name, mapping, created_at) values (?, 1, "
        "'figures', 'f', '{}', 0) on conflict do nothing",
        {tenant}));
    TRY(tx.connection().execute(
        insert_import, {tenant, import.id, name_of(import.mode), import.published ? "published" : "undone"}));
    for (int unit = 1; unit <= 3; ++unit)
        TRY(tx.connection().execute("insert into data_import_unit values (?, ?, ?, ?, ?)",
                                    {tenant, unit, import.id, import.first.days, import.last.days}));
    std::vector<const FactRow*> rows;
    for (const auto& row : import.rows)
        rows.push_back(&row);
    return table.insert(tx, tenant, ImportId{import.id}, FeedId{1}, rows);
}

std::vector<std::int64_t> visible(storage::Database& database, const FactTable& table,
                                  const measurement::FactView& view) {
    std::vector<std::int64_t> values;
    const auto read = database.read([&](storage::Connection& connection) -> Result<void> {
        for (int unit = 1; unit <= 3; ++unit)
            TRY(table.facts(connection, view, {UnitId{unit}, Date{0}, Date{1000}},
                            [&](const measurement::Fact& fact) { values.push_back(fact.values[0]); }));
        return {};
    });
    REQUIRE(read.ok());
    std::sort(values.begin(), values.end());
    return values;
}

// The rule in its plainest form: go through the imports in order and do to a list of rows what each says.
std::vector<std::int64_t> by_hand(const std::vector<TestImport>& imports, std::int64_t also,
                                  std::int64_t without) {
    std::vector<FactRow> rows;
    for (const auto& import : imports) {
        if ((!import.published && import.id != also) || import.id == without) continue;
        std::erase_if(rows, [&](const FactRow& old) {
            if (import.mode == ImportMode::replace && import.first <= old.day && old.day <= import.last)
                return true;
            return std::any_of(import.rows.begin(), import.rows.end(), [&](const FactRow& fresh) {
                return !old.row_key.empty() && fresh.row_key == old.row_key;
            });
        });
        rows.insert(rows.end(), import.rows.begin(), import.rows.end());
    }
    std::vector<std::int64_t> values;
    for (const auto& kept : rows)
        values.push_back(kept.values[0]);
    std::sort(values.begin(), values.end());
    return values;
}

TEST_CASE("visible rows are those of a plain replay, for any imports, undos and pending ones") {
    for_each_database([](storage::Database& database) {
        const auto table = figures();
        std::mt19937 random(7);
        std::vector<TestImport> imports;
        std::int64_t value = 0;
        for (int id = 1; id <= 40; ++id) {
            TestImport import;
            import.id = id;
            import.mode = random() % 2 ? ImportMode::replace : ImportMode::merge;
            import.first = Date{static_cast<int>(random() % 20)};
            import.last = import.first + static_cast<int>(random() % 6);
            import.published = random() % 4 != 0;
            for (unsigned i = 0; i < random() % 6; ++i) {
                const int day =
                    import.first.days + static_cast<int>(random() % 3) % (import.last - import.first + 1);
                const auto key = random() % 2 ? "k" + std::to_string(id % 3 * 100 + static_cast<int>(i)) : "";
                import.rows.push_back(row(1 + static_cast<int>(random() % 3), day, ++value, key));
            }
            imports.push_back(import);
            const auto stored = database.write(
                some_actor(), [&](storage::Transaction& tx) { return store(tx, table, imports.back()); });
            REQUIRE_MESSAGE(stored.ok(), stored.error().english());
        }
        const auto tenant = some_actor().tenant;
        for (std::int64_t also = 0; also <= 40; ++also)
            CHECK(visible(database, table, {tenant, also, 0}) == by_hand(imports, also, 0));
        for (std::int64_t without = 1; without <= 40; ++without)
            CHECK(visible(database, table, {tenant, 0, without}) == by_hand(imports, 0, without));
    });
}

TEST_CASE("other tenants' rows are not seen") {
    for_each_database([](storage::Database& database) {
        const auto table = figures();
        const TestImport import{1, ImportMode::replace, Date{0}, Date{9}, {row(1, 3, 1)}, true};
        REQUIRE(
            database.write(some_actor(), [&](storage::Transaction& tx) { return store(tx, table, import); })
                .ok());
        CHECK(visible(database, table, {some_actor().tenant, 0, 0}).size() == 1);
        CHECK(visible(database, table, {TenantId{99}, 0, 0}).empty());
    });
}

} // namespace
} // namespace maerkbar::sources
