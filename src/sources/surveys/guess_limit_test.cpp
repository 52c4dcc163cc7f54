#include "sources/surveys/guess_limit.hpp"

#include <doctest/doctest.h>

using namespace maerkbar;
using namespace maerkbar::surveys;
using namespace std::chrono_literals;

TEST_CASE("who guesses codes is held back for an hour, and others are not") {
    GuessLimit limit;
    const TenantId town{1};
    const Instant start{1'000'000'000ms};
    for (std::size_t i = 0; i < GuessLimit::most_from_address; ++i) {
        CHECK(limit.check(town, "10.0.0.1", start).ok());
        limit.wrong(town, "10.0.0.1", start + std::chrono::seconds(i));
    }
    CHECK(limit.check(town, "10.0.0.1", start + 1min).error().code == "code.too_many");
    CHECK(limit.check(town, "10.0.0.2", start + 1min).ok());
    CHECK(limit.check(TenantId{2}, "10.0.0.1", start + 1min).ok());
    CHECK(limit.check(town, "10.0.0.1", start + 1h + 1min).ok());
}

TEST_CASE("guessing from many addresses is held back too") {
    GuessLimit limit;
    const TenantId town{1};
    const Instant start{1'000'000'000ms};
    for (std::size_t i = 0; i < GuessLimit::most_in_all; ++i)
        limit.wrong(town, "10.0." + std::to_string(i / 250) + "." + std::to_string(i % 250), start);
    CHECK(limit.check(town, "192.0.2.1", start + 1min).error().code == "code.too_many");
    CHECK(limit.check(town, "192.0.2.1", start + 1h).ok());
}
