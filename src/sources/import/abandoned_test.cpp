#include <doctest/doctest.h>

#include "sources/import/test_background.hpp"

// Imports that nobody works on any more: they end as failed, and the same file may come again.
namespace maerkbar::sources {
namespace {

using storage::Transaction;
using testing::actor;
using testing::Background;
using testing::for_each_place;
using testing::no_progress;
using testing::Place;
using testing::tenant;

constexpr auto two_rows = "Dato;Enhed;Tal\n2026-01-05;A;10\n2026-01-06;B;20\n";

// What a program leaves that was killed in the middle of an import.
void leave_half(Place& place, ImportId import) {
    Place::must(place.database().write(actor, [&](Transaction& tx) -> Result<bool> {
        tx.without_audit("test");
        const FactRow row{UnitId{2}, *Date::from(2026, 1, 5), 2, "", "", {100'000}};
        const FactRow* rows[] = {&row};
        TRY(place.table().insert(tx, tenant, import, FeedId{1}, rows));
        const auto version = TRY(measurement::open_version(tx, tenant, "import"));
        TRY(tx.connection().execute("update data_import set state = 'running', version_id = ? where id = ?",
                                    {version, import}));
        return true;
    }));
}

std::int64_t rows_of(Place& place, ImportId import) {
    return Place::must(place.database().read([&](storage::Connection& connection) {
        return connection.number("select count(*) from fact_figure where import_id = ?", {import});
    }));
}

void check_ended(Place& place, ImportId import) {
    const auto record = Place::must(place.importer().find(tenant, import));
    CHECK(record.state == ImportState::failed);
    CHECK(record.error == "import.cut_off");
    CHECK(rows_of(place, import) == 0);
    CHECK(place.visible().empty());
}

TEST_CASE("an import whose job was given up ends as failed, and the same file can come again") {
    for_each_place([](Place& place) {
        Background background(place);
        const auto order = place.order(two_rows);
        const auto import = background.confirm(place, order);
        leave_half(place, import);
        Place::must(place.database().write(actor, [](Transaction& tx) {
            tx.without_audit("test");
            return tx.connection().execute("update job set state = 'running', attempts = 5", {});
        }));
        CHECK(Place::must(background.runner.run_next())); // gives the job up
        CHECK(place.importer().confirm(actor, order, {}).error().code == "import.same_file");
        REQUIRE(background.queue.look().ok());
        check_ended(place, import);
        CHECK_FALSE(std::filesystem::exists(background.drafts.file_with_digest(order.file_digest)));
        background.confirm(place, order);
        CHECK(Place::must(background.runner.run_next()));
        CHECK(place.sum_of_cells() == 30);
    });
}

TEST_CASE("what a killed program imported without a job ends as failed, but not while one works") {
    for_each_place([](Place& place) {
        Background background(place);
        const auto order = place.order(two_rows);
        const auto import = Place::must(place.importer().check_and_confirm(actor, order));
        leave_half(place, import);
        {
            const auto working = background.queue.import_without_jobs();
            REQUIRE(working.ok());
            check_ended(place, import); // when the next one begins
            const auto again = Place::must(place.importer().check_and_confirm(actor, order));
            REQUIRE(background.queue.look().ok());
            CHECK(place.importer().find(tenant, again)->state == ImportState::waiting);
            REQUIRE(place.importer().run(actor, again, order.file, no_progress).ok());
        }
        REQUIRE(background.queue.look().ok());
        CHECK(place.visible() == std::vector<std::int64_t>{10, 20});
        CHECK(place.sum_of_cells() == 30);
    });
}

TEST_CASE("an import that waits for its job is left alone, and its file stays while another needs it") {
    for_each_place([](Place& place) {
        Background background(place);
        const auto order = place.order(two_rows);
        auto other = order;
        other.mapping.reading.header_line = 1; // another reading of the same file is another import
        background.confirm(place, order);
        const auto second = background.confirm(place, other);
        REQUIRE(background.queue.look().ok());
        CHECK(Place::must(background.runner.run_next()));
        CHECK(Place::must(background.runner.run_next()));
        CHECK(place.importer().find(tenant, second)->state == ImportState::published);
        CHECK_FALSE(std::filesystem::exists(background.drafts.file_with_digest(order.file_digest)));
    });
}

TEST_CASE("an import that fails leaves no file behind") {
    for_each_place([](Place& place) {
        Background background(place);
        const auto order = place.order(two_rows);
        const auto import = background.confirm(place, order);
        const auto file = background.drafts.file_with_digest(order.file_digest);
        std::ofstream(file, std::ios::app) << "2026-01-07;A;30\n";
        CHECK(Place::must(background.runner.run_next()));
        CHECK(place.importer().find(tenant, import)->error == "import.file_changed");
        CHECK_FALSE(std::filesystem::exists(file));
    });
}

} // namespace
} // namespace maerkbar::sources
