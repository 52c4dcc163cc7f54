#include <doctest/doctest.h>

#include <fstream>

#include "sources/import/test_background.hpp"

// Uploads wait for a person; their files go when nobody needs them any more.
namespace maerkbar::sources {
namespace {

namespace fs = std::filesystem;
using testing::actor;
using testing::Background;
using testing::for_each_place;
using testing::Place;
using testing::tenant;

constexpr auto one_row = "Dato;Enhed;Tal\n2026-01-05;A;10\n";

Draft uploaded(Place& place, Background& background, const ImportOrder& order) {
    const auto file = place.folder() / "received";
    std::ofstream(file) << one_row;
    Draft draft;
    draft.source = "figures";
    draft.file_name = "tal.csv";
    draft.file_digest = order.file_digest;
    return Place::must(
        background.drafts.find(tenant, Place::must(background.drafts.create(actor, draft, file))));
}

TEST_CASE("an upload that nobody goes on with is removed with its file, and a new one stays") {
    for_each_place([](Place& place) {
        Background background(place);
        const auto draft = uploaded(place, background, place.order(one_row));
        const auto file = background.drafts.path_of(draft.stored_name);
        const auto now = place.database().now();
        CHECK(Place::must(background.drafts.clean(now - std::chrono::hours(1))) == 0);
        CHECK(fs::exists(file));
        CHECK(Place::must(background.drafts.clean(now + std::chrono::hours(1))) == 1);
        CHECK_FALSE(fs::exists(file));
        CHECK(background.drafts.find(tenant, draft.id).error().code == "import.draft_not_found");
    });
}

TEST_CASE("removing an upload leaves the file to an import that waits for it") {
    for_each_place([](Place& place) {
        Background background(place);
        const auto order = place.order(one_row);
        const auto import = background.confirm(place, order);
        const auto draft = uploaded(place, background, order);
        const auto file = background.drafts.path_of(draft.stored_name);
        REQUIRE(background.drafts.remove(actor, draft).ok());
        CHECK(fs::exists(file));
        CHECK(Place::must(background.runner.run_next()));
        CHECK(Place::must(place.importer().find(tenant, import)).state == ImportState::published);
        CHECK_FALSE(fs::exists(file));
    });
}

} // namespace
} // namespace maerkbar::sources
