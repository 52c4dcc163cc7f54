#include "practice/assessment/model/evidence.hpp"

#include <doctest/doctest.h>

#include "practice/assessment/model/testing.hpp"

using namespace maerkbar::assessment;

TEST_CASE("trend and target suggest a band, never the lowest or the highest") {
    const auto band = [](Trend trend, Attainment attainment) {
        return suggested_band({trend, attainment}, testing::five());
    };
    CHECK(band(Trend::better, Attainment::kept) == 4u);
    CHECK(band(Trend::better, Attainment::unknown) == 3u);
    CHECK(band(Trend::none, Attainment::kept) == 3u);
    CHECK(band(Trend::none, Attainment::unknown) == 2u);
    CHECK(band(Trend::better, Attainment::missed) == 2u);
    CHECK(band(Trend::worse, Attainment::kept) == 2u);
    CHECK(band(Trend::none, Attainment::missed) == 1u);
    CHECK(band(Trend::worse, Attainment::missed) == 1u);
    auto three = testing::five();
    three.bands.resize(3);
    CHECK_FALSE(suggested_band({}, three));
}
