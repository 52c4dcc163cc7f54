#include "measurement/typed_duration.hpp"

#include <doctest/doctest.h>

using namespace maerkbar::measurement;

TEST_CASE("a length of time is read with its unit, in each language") {
    CHECK(typed_duration("2 min") == 120);
    CHECK(typed_duration("2min.") == 120);
    CHECK(typed_duration(" 90 SEK ") == 90);
    CHECK(typed_duration("1,5 timer") == 5400);
    CHECK(typed_duration("1 time 30 minutter") == 5400);
    CHECK(typed_duration("1 hour 30 seconds") == 3630);
    CHECK(typed_duration("2 uker") == 14 * 86400);
    CHECK(typed_duration("0") == 0);
    CHECK(typed_duration("120.5 s") == 120.5);
}

TEST_CASE("a number without its unit is not guessed at") {
    for (const auto* text : {"", "2", "min", "2 x", "2 min 30", "-2 min", "1:30", "2,,5 min", "1e3 s", "."})
        CHECK_FALSE(typed_duration(text));
}

TEST_CASE("what a form is filled in with is read as the same length") {
    CHECK(duration_to_type(120) == "2 min");
    CHECK(duration_to_type(5400) == "1 h 30 min");
    CHECK(duration_to_type(7.5) == "7.5 s");
    CHECK(duration_to_type(0) == "0");
    CHECK(duration_to_type(-1).empty());
    for (const double seconds : {0.0, 0.25, 59.0, 60.0, 61.5, 3600.0, 90061.0, 1e9})
        CHECK(typed_duration(duration_to_type(seconds)) == seconds);
}
