#include "storage/turn.hpp"

#include <doctest/doctest.h>

#include "storage/testing.hpp"

namespace maerkbar::storage {

TEST_CASE("one has the turn at a time, each turn by its name, until its holder lets go") {
    testing::for_each_database([](Database& database) {
        const auto take = [&](std::string_view name) {
            auto turn = try_turn(database.settings(), name);
            REQUIRE(turn.ok());
            return std::move(turn).value();
        };
        auto first = take("counting");
        CHECK(first);
        CHECK_FALSE(take("counting"));
        CHECK(take("other"));
        first.reset();
        CHECK(take("counting"));
    });
}

TEST_CASE("who lets go has let go at once, also where the lock is held by another program's session") {
    testing::for_each_database([](Database& database) {
        int held_still = 0;
        for (int i = 0; i < 200; ++i)
            held_still += try_turn(database.settings(), "counting").value() ? 0 : 1;
        CHECK(held_still == 0);
    });
}

TEST_CASE("where no turn can be taken, it says so") {
    Settings settings;
    settings.url = "sqlite:/no/such/folder/maerkbar.db";
    CHECK(try_turn(settings, "counting").error().code == "storage.io");
}

} // namespace maerkbar::storage
