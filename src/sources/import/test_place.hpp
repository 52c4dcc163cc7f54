#pragma once

#include <doctest/doctest.h>

#include <algorithm>
#include <fstream>
#include <random>

#include "measurement/cell_reader.hpp"
#include "measurement/compute_cells.hpp"
#include "measurement/indicator_store.hpp"
#include "measurement/series.hpp"
#include "organisation/store_units.hpp"
#include "organisation/tenants.hpp"
#include "organisation/unit_tree_cache.hpp"
#include "sources/import/importer.hpp"
#include "storage/testing.hpp"

// For the tests of importing: a small municipality that counts figures.
namespace maerkbar::sources::testing {

using storage::Connection;
using storage::Transaction;

inline const TenantId tenant{1};
inline const storage::Actor actor{tenant, PersonId{}, "cli"};
inline const auto no_progress = [](std::int64_t, std::int64_t) {};

inline Source figures() {
    measurement::SourceSchema schema{"figures", "Figures", {}};
    schema.columns = {{"value", "Value", measurement::ColumnType::number}};
    return {schema,
            "fact_figure",
            {{"when", "Date", FieldKind::when, true, "", {"dato"}},
             {"unit", "Unit", FieldKind::unit, true, "", {"enhed"}},
             {"value", "Value", FieldKind::number, true, "value", {"tal"}},
             {"row_id", "Row id", FieldKind::row_id, false, "", {"id"}}}};
}

// A municipality with two units and an indicator that adds up the figures.
class Place {
  public:
    explicit Place(storage::Database& database)
        : database_(database),
          trees_(database),
          table_(figures()),
          importer_(
              database, {&table_}, SecretKey{}, [this](TenantId id) { return trees_.get(id); },
              [] { return *Date::from(2026, 3, 1); }) {
        std::filesystem::create_directories(folder_);
        must(database.write(actor, [](Transaction& tx) {
            return organisation::create_tenant(tx, {"Testby", {}});
        }));
        for (const auto* code : {"A", "B"})
            must(add(code));
        measurement::Definition definition;
        definition.name.en = "Sum";
        definition.source = "figures";
        definition.measure = {.kind = measurement::MeasureKind::sum, .condition = {}, .column = "value"};
        definition.period = PeriodKind::day;
        const auto made = must(database.write(
            actor, [&](Transaction& tx) { return measurement::create_indicator(tx, definition); }));
        must(compute(made.indicator));
    }

    ~Place() { std::filesystem::remove_all(folder_); }

    Importer& importer() { return importer_; }
    FactTable& table() { return table_; }
    // Of its own, removed with the place.
    const std::filesystem::path& folder() const { return folder_; }
    storage::Database& database() { return database_; }

    ImportOrder order(const std::string& csv, ImportMode mode = ImportMode::replace) {
        const auto path = folder_ / (std::to_string(++files_) + ".csv");
        std::ofstream(path, std::ios::binary) << csv;
        const auto file = tables::TableFile::open(path);
        REQUIRE(file.ok());
        auto digest = digest_of_file(path);
        REQUIRE(digest.ok());
        return {"figures", "feed",         path.filename().string(),
                path,      *digest,        guess_mapping(figures(), *file),
                mode,      BadRows::reject};
    }

    Result<ImportId> import(const ImportOrder& order) {
        const auto id = TRY(importer_.check_and_confirm(actor, order));
        TRY(importer_.run(actor, id, order.file, no_progress));
        return id;
    }

    template <typename T>
    static T must(Result<T> result) {
        REQUIRE_MESSAGE(result.ok(), (result.ok() ? "" : result.error().english()));
        return std::move(result).value();
    }

    // The visible numbers of all rows, in order.
    std::vector<std::int64_t> visible() {
        std::vector<std::int64_t> values;
        const auto read = database_.read([&](Connection& connection) -> Result<void> {
            const measurement::FactView view{tenant, 0, 0};
            for (const auto& span : TRY(table_.extent(connection, view)))
                TRY(table_.facts(connection, view, span, [&](const measurement::Fact& fact) {
                    values.push_back(fact.values[0] / measurement::fixed_point);
                }));
            return {};
        });
        REQUIRE(read.ok());
        std::sort(values.begin(), values.end());
        return values;
    }

    // The same numbers added up from the cells of the whole municipality.
    std::int64_t sum_of_cells() {
        const auto sum = database_.read([&](Connection& connection) -> Result<std::int64_t> {
            const auto tree = TRY(trees_.get(connection, tenant));
            const auto all = TRY(measurement::indicators(connection, tenant));
            const measurement::CellSet set{tenant, all.front().id, all.front().cells_edition};
            const auto cells = TRY(measurement::read_cells(
                connection, *tree, set,
                {tree->root(), PeriodKind::month, *Date::from(2025, 1, 1), *Date::from(2026, 12, 31)}));
            double total = 0;
            for (const auto& [period, cell] : cells)
                total += *measurement::value_of(all.front().definition.measure, {10'000, 1}, cell).value;
            return static_cast<std::int64_t>(total + 0.5);
        });
        return must(sum);
    }

  private:
    // Puts the indicator to use, as the background job for definitions does.
    Result<void> compute(IndicatorId indicator) {
        const auto version = TRY(database_.write(actor, [](Transaction& tx) {
            tx.without_audit("test");
            return measurement::open_version(tx, tenant, "definition");
        }));
        const auto around = TRY(database_.read(
            [](Connection& connection) { return measurement::read_surroundings(connection, tenant); }));
        const measurement::FactView view{tenant, 0, 0};
        TRY(measurement::compute_definition({database_, actor, version, table_, view, around}, indicator,
                                            no_progress));
        return database_.write(actor, [&](Transaction& tx) {
            tx.without_audit("test");
            return measurement::publish(tx, tenant, version);
        });
    }

    Result<UnitId> add(const char* code) {
        const auto levels = TRY(database_.read(
            [](Connection& connection) { return organisation::read_levels(connection, tenant); }));
        const auto tree = TRY(trees_.get(tenant));
        organisation::NewUnit wanted;
        wanted.level = levels[1].id;
        wanted.name = std::string("Unit ") + code;
        wanted.parent = tree->root();
        wanted.codes = {{organisation::CodeKind::own, code}};
        return database_.write(actor,
                               [&](Transaction& tx) { return organisation::add_unit(tx, tenant, wanted); });
    }

    storage::Database& database_;
    organisation::UnitTreeCache trees_;
    FactTable table_;
    Importer importer_;
    std::filesystem::path folder_ = std::filesystem::temp_directory_path() /
                                    ("maerkbar-importer-" + std::to_string(std::random_device{}()));
    int files_ = 0;
};

inline void for_each_place(const std::function<void(Place&)>& test) {
    storage::testing::for_each_database([&](storage::Database& database) {
        Place place(database);
        test(place);
    });
}

} // namespace maerkbar::sources::testing
