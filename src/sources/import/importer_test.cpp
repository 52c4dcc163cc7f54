#include <doctest/doctest.h>

#include <numeric>

#include "sources/import/test_place.hpp"

namespace maerkbar::sources {
namespace {

using storage::Transaction;
using testing::actor;
using testing::figures;
using testing::for_each_place;
using testing::no_progress;
using testing::Place;
using testing::tenant;

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
