#include "organisation/levels.hpp"

#include <doctest/doctest.h>

#include "organisation/testing.hpp"

namespace maerkbar::organisation {
namespace {

std::vector<std::string> names(testing::Site& site) {
    const auto levels = site.database().read(
        [&](storage::Connection& connection) { return read_levels(connection, site.installed.tenant.id); });
    std::vector<std::string> all;
    for (const auto& level : levels.value())
        all.push_back(level.name);
    return all;
}

Result<LevelId> save(testing::Site& site, const LevelPlace& wanted) {
    return site.database().write(site.actor(),
                                 [&](storage::Transaction& t) { return save_level(t, wanted); });
}

void levels_keep_their_order(storage::Dialect dialect) {
    testing::Site site{dialect};
    const auto added = save(site, {{}, "Afsnit", LevelId{2}}).value();
    CHECK(names(site) == std::vector<std::string>{"Municipality", "Sector", "Afsnit", "Institution", "Team"});
    CHECK(save(site, {added, "Gruppe", {}}).ok());
    CHECK(names(site).front() == "Gruppe");
    CHECK(save(site, {added, "sector", {}}).error().code == "organisation.level_taken");
    CHECK(save(site, {added, "Gruppe", LevelId{99}}).error().code == "organisation.no_level");
    CHECK(save(site, {LevelId{99}, "Ny", {}}).error().code == "organisation.no_level");
    const auto remove = [&](LevelId level) {
        return site.database().write(site.actor(),
                                     [&](storage::Transaction& t) { return remove_level(t, level); });
    };
    CHECK(remove(LevelId{2}).error().code == "organisation.level_used");
    CHECK(remove(added).ok());
    CHECK(remove(added).error().code == "organisation.no_level");
    CHECK(names(site) == std::vector<std::string>{"Municipality", "Sector", "Institution", "Team"});
}

TEST_CASE("levels keep their order, and those in use stay") {
    for (const auto dialect : storage::testing::dialects())
        levels_keep_their_order(dialect);
}

} // namespace
} // namespace maerkbar::organisation
