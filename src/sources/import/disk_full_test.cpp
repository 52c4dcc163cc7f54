#include <doctest/doctest.h>

#include "sources/import/test_background.hpp"
#include "web/language.hpp"

// The disk is full in the middle of an import. SQLite only; PostgreSQL's disk is its own matter.
namespace maerkbar::sources {
namespace {

using storage::Transaction;
using storage::testing::TestDatabase;
using testing::actor;
using testing::Background;
using testing::Place;
using testing::tenant;

std::int64_t number(storage::Database& database, const char* sql) {
    return Place::must(
        database.read([&](storage::Connection& connection) { return connection.number(sql); }));
}

// A database with room for the municipality and some rows beside a big table that can be removed.
storage::Settings little_room() {
    TestDatabase database(storage::Dialect::sqlite);
    const Place place(*database);
    auto settings = TestDatabase::fast_settings();
    settings.max_pages = 400 + number(*database, "select page_count from pragma_page_count");
    return settings;
}

void fill(storage::Database& database) {
    REQUIRE(
        database
            .exclusively([](storage::Connection& connection) {
                return connection.script(
                    "create table ballast (filling blob); insert into ballast values (zeroblob(1200000))");
            })
            .ok());
}

void make_room(storage::Database& database) {
    REQUIRE(database
                .exclusively(
                    [](storage::Connection& connection) { return connection.script("drop table ballast"); })
                .ok());
}

Result<void> small_write(storage::Database& database) {
    return database.write(actor, [](Transaction& tx) { return tx.audit({"test.written", "test", "1"}); });
}

TEST_CASE("a full disk holds an import up, shows nothing half done, and lets it go on when there is room") {
    TestDatabase database(storage::Dialect::sqlite, little_room());
    Place place(*database);
    fill(*database);
    Background background(place);
    std::string csv = "Dato;Enhed;Tal\n";
    constexpr int rows = 20'000;
    for (int row = 0; row < rows; ++row)
        csv += "2026-01-" + std::to_string(10 + row % 20) + ";" + (row % 2 != 0 ? "A" : "B") + ";1\n";
    const auto import = background.confirm(place, place.order(csv));
    for (int attempt = 0; attempt < 2; ++attempt) {
        const auto ran = background.runner.run_next();
        REQUIRE_FALSE(ran.ok());
        CHECK(ran.error().code == "storage.full");
        CHECK(place.visible().empty());
        CHECK(place.sum_of_cells() == 0);
        CHECK(number(*database, "select count(*) from fact_figure") == 0); // others have what room there is
        CHECK(small_write(*database).ok());
    }
    const auto waiting = background.queue.progress(tenant, import);
    REQUIRE(waiting);
    REQUIRE(waiting->obstacle);
    CHECK(web::Languages().get("da").error(*waiting->obstacle).starts_with("Der er ikke mere plads"));
    make_room(*database);
    CHECK(Place::must(background.runner.run_next()));
    CHECK(place.importer().find(tenant, import)->state == ImportState::published);
    CHECK(place.sum_of_cells() == rows);
    CHECK_FALSE(background.queue.progress(tenant, import));
}

} // namespace
} // namespace maerkbar::sources
