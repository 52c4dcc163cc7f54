#include "sources/import/importer.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <fstream>
#include <numeric>
#include <random>

#include "measurement/cell_reader.hpp"
#include "measurement/compute_cells.hpp"
#include "measurement/indicator_store.hpp"
#include "measurement/series.hpp"
#include "organisation/store_units.hpp"
#include "organisation/tenants.hpp"
#include "organisation/unit_tree_cache.hpp"
#include "storage/testing.hpp"

namespace maerkbar::sources {
namespace {

using measurement::PeriodCells;
using storage::Connection;
using storage::Transaction;

const TenantId tenant{1};
const storage::Actor actor{tenant, PersonId{}, "cli"};
const auto no_progress = [](std::int64_t, std::int64_t) {};

Source figures() {
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
    storage::Database& database() { return database_; }

    ImportOrder order(const std::string& csv, ImportMode mode = ImportMode::replace) {
        std::filesystem::create_directories(folder_);
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

void for_each_place(const std::function<void(Place&)>& test) {
    storage::testing::for_each_database([&](storage::Database& database) {
        Place place(database);
        test(place);
    });
}

TEST_CASE("an import is seen when it has been published, and undone without a trace in the results") {
    for_each_place([](Place& place) {
        const auto first = place.import(place.order("Dato;Enhed;Tal\n2026-01-05;A;10\n2026-01-06;B;20\n"));
        REQUIRE_MESSAGE(first.ok(), first.error().english());
        CHECK(place.visible() == std::vector<std::int64_t>{10, 20});
        CHECK(place.sum_of_cells() == 30);
        const auto second = place.import(place.order("Dato;Enhed;Tal\n2026-01-05;A;11\n2026-01-07;A;5\n"));
        REQUIRE(second.ok());
        CHECK(place.visible() == std::vector<std::int64_t>{5, 11, 20}); // only unit A was replaced
        CHECK(place.sum_of_cells() == 36);
        REQUIRE(place.importer().undo(actor, *second, no_progress).ok());
        CHECK(place.visible() == std::vector<std::int64_t>{10, 20});
        CHECK(place.sum_of_cells() == 30);
        REQUIRE(place.importer().undo(actor, *first, no_progress).ok());
        CHECK(place.visible().empty());
        CHECK(place.sum_of_cells() == 0);
    });
}

TEST_CASE("the same file with the same mapping is not imported twice, but may come again after its undo") {
    for_each_place([](Place& place) {
        const auto order = place.order("Dato;Enhed;Tal\n2026-01-05;A;10\n");
        const auto first = place.import(order);
        REQUIRE(first.ok());
        const auto again = place.import(order);
        REQUIRE_FALSE(again.ok());
        CHECK(again.error().code == "import.same_file");
        CHECK(again.error().arguments.front().second == std::to_string(first->value));
        REQUIRE(place.importer().undo(actor, *first, no_progress).ok());
        CHECK(place.import(order).ok());
        CHECK(place.sum_of_cells() == 10);
    });
}

TEST_CASE("rows are matched on their row id only in merge mode, and merge needs one") {
    for_each_place([](Place& place) {
        REQUIRE(place
                    .import(place.order("Dato;Enhed;Tal;ID\n2026-01-05;A;10;1\n2026-01-06;A;20;2\n",
                                        ImportMode::merge))
                    .ok());
        REQUIRE(place
                    .import(place.order("Dato;Enhed;Tal;ID\n2026-02-09;B;21;2\n2026-01-06;A;30;3\n",
                                        ImportMode::merge))
                    .ok());
        CHECK(place.visible() == std::vector<std::int64_t>{10, 21, 30});
        CHECK(place.sum_of_cells() == 61);
        const auto without =
            place.import(place.order("Dato;Enhed;Tal\n2026-01-05;A;10\n", ImportMode::merge));
        CHECK(without.error().code == "import.merge_needs_row_id");
    });
}

TEST_CASE("bad rows are left out only when somebody has said so, and are recorded") {
    for_each_place([](Place& place) {
        auto order = place.order("Dato;Enhed;Tal\n2026-01-05;A;10\n2026-01-05;C;10\n");
        CHECK(place.import(order).error().code == "import.bad_rows");
        CHECK(place.visible().empty());
        order.bad_rows = BadRows::leave_out;
        const auto import = place.import(order);
        REQUIRE(import.ok());
        CHECK(place.sum_of_cells() == 10);
        const auto errors = place.importer().errors(tenant, *import);
        REQUIRE(errors.ok());
        REQUIRE(errors->size() == 1);
        CHECK(errors->front().line == 3);
        CHECK(errors->front().error.code == "import.unknown_unit");
        CHECK(place.importer().find(tenant, *import)->rows_bad == 1);
    });
}

TEST_CASE("confirming does not read the file again: what the check has said serves") {
    for_each_place([](Place& place) {
        const auto order = place.order("Dato;Enhed;Tal\n2026-01-05;A;10\n2026-01-06;C;20\n");
        const auto report = place.importer().dry_run(tenant, order.source, order.file, order.mapping);
        REQUIRE(report.ok());
        std::filesystem::remove(order.file);
        CHECK(place.importer().confirm(actor, order, *report).error().code == "import.bad_rows");
        auto lenient = order;
        lenient.bad_rows = BadRows::leave_out;
        const auto id = place.importer().confirm(actor, lenient, *report);
        REQUIRE(id.ok());
        CHECK(place.importer().find(tenant, *id)->rows_good == 1);
    });
}

TEST_CASE("an interrupted import starts again and counts once") {
    for_each_place([](Place& place) {
        const auto order = place.order("Dato;Enhed;Tal\n2026-01-05;A;10\n2026-01-06;B;20\n");
        const auto id = place.importer().check_and_confirm(actor, order);
        REQUIRE(id.ok());
        // What a killed program leaves: hidden rows of some lines.
        REQUIRE(place.database()
                    .write(actor,
                           [&](Transaction& tx) -> Result<void> {
                               tx.without_audit("test");
                               TRY(tx.connection().execute(
                                   "update data_import set state = 'running' where id = ?", {*id}));
                               const FactRow row{UnitId{2}, *Date::from(2026, 1, 5), 2, "", "", {100'000}};
                               const FactRow* rows[] = {&row};
                               return FactTable(figures()).insert(tx, tenant, *id, FeedId{1}, rows);
                           })
                    .ok());
        CHECK(place.visible().empty());
        REQUIRE(place.importer().run(actor, *id, order.file, no_progress).ok());
        CHECK(place.visible() == std::vector<std::int64_t>{10, 20});
        CHECK(place.sum_of_cells() == 30);
    });
}

TEST_CASE("any order of imports and undos leaves cells that add up to the visible rows") {
    for_each_place([](Place& place) {
        std::mt19937 random(11);
        std::vector<ImportId> published;
        int value = 0;
        for (int step = 0; step < 25; ++step) {
            if (!published.empty() && random() % 3 == 0) {
                const auto which = random() % published.size();
                REQUIRE(place.importer().undo(actor, published[which], no_progress).ok());
                published.erase(published.begin() + static_cast<long>(which));
            } else {
                std::string csv = "Dato;Enhed;Tal;ID\n";
                for (unsigned row = 0; row < 1 + random() % 8; ++row)
                    csv += "2026-0" + std::to_string(1 + random() % 2) + "-1" + std::to_string(random() % 9) +
                           ";" + (random() % 2 ? "A" : "B") + ";" + std::to_string(++value) + ";" +
                           std::to_string(random() % 40 * 10 + row) + "\n";
                const auto import =
                    place.import(place.order(csv, random() % 2 ? ImportMode::replace : ImportMode::merge));
                REQUIRE_MESSAGE(import.ok(), import.error().english());
                published.push_back(*import);
            }
            const auto rows = place.visible();
            CHECK(place.sum_of_cells() == std::accumulate(rows.begin(), rows.end(), std::int64_t{0}));
        }
    });
}

} // namespace
} // namespace maerkbar::sources
