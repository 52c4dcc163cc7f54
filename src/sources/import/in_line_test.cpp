#include <doctest/doctest.h>

#include <future>

#include "measurement/recompute_jobs.hpp"
#include "measurement/turn.hpp"
#include "sources/import/test_background.hpp"

// Computations that meet: they wait in line, and none fails.
namespace maerkbar::sources {
namespace {

using storage::Transaction;
using testing::actor;
using testing::Background;
using testing::for_each_place;
using testing::no_progress;
using testing::Place;
using testing::tenant;

std::string file_of(int year) {
    std::string csv = "Dato;Enhed;Tal\n";
    for (Date day = *Date::from(year, 1, 1); day < *Date::from(year, 3, 1); day = day + 1)
        csv += day.iso() + ";A;1\n" + day.iso() + ";B;2\n";
    return csv;
}

// Another program with the same database, such as `maerkbar import` beside the server.
struct OtherProgram {
    explicit OtherProgram(Place& place)
        : database(Place::must(storage::Database::open(place.database().settings()))),
          trees(*database),
          importer(
              *database, {&place.table()}, SecretKey{}, [this](TenantId id) { return trees.get(id); },
              [] { return *Date::from(2026, 3, 1); }) {}

    std::unique_ptr<storage::Database> database;
    organisation::UnitTreeCache trees;
    Importer importer;
};

Result<void> import_in_line(Importer& importer, const ImportOrder& order) {
    const auto import = TRY(importer.check_and_confirm(actor, order));
    return measurement::when_its_turn_comes(
        [&] { return importer.run(actor, import, order.file, no_progress); }, [] {});
}

TEST_CASE("two programs that import at once both succeed, and every row counts") {
    for_each_place([](Place& place) {
        OtherProgram other(place);
        const auto earlier = place.order(file_of(2025), ImportMode::replace);
        const auto later = place.order(file_of(2026), ImportMode::replace);
        auto beside = std::async(std::launch::async, [&] { return import_in_line(other.importer, earlier); });
        const auto here = import_in_line(place.importer(), later);
        const auto there = beside.get();
        CHECK_MESSAGE(here.ok(), (here.ok() ? "" : here.error().english()));
        CHECK_MESSAGE(there.ok(), (there.ok() ? "" : there.error().english()));
        CHECK(place.sum_of_cells() == 2 * 59 * 3);
    });
}

TEST_CASE("a job waits while another program computes, says so, and is done when its turn comes") {
    for_each_place([](Place& place) {
        Background background(place);
        const auto import = background.confirm(place, place.order(file_of(2026)));
        auto turn = Place::must(measurement::take_turn(place.database(), actor));
        CHECK(background.runner.run_next().error().code == "measurement.in_line");
        const auto progress = background.queue.progress(tenant, import);
        REQUIRE(progress);
        REQUIRE(progress->obstacle);
        CHECK(progress->obstacle->code == "measurement.in_line");
        turn.reset();
        CHECK(Place::must(background.runner.run_next()));
        CHECK(place.sum_of_cells() == 59 * 3);
        CHECK_FALSE(background.queue.progress(tenant, import));
    });
}

TEST_CASE("what a killed program left pending holds nobody up") {
    for_each_place([](Place& place) {
        Place::must(place.database().write(actor, [](Transaction& tx) {
            tx.without_audit("test");
            return measurement::open_version(tx, tenant, "import");
        }));
        Place::must(place.import(place.order(file_of(2026))));
        CHECK(place.sum_of_cells() == 59 * 3);
    });
}

} // namespace
} // namespace maerkbar::sources
