#include "sources/feedback/flood_brake.hpp"

#include <doctest/doctest.h>

#include "sources/feedback/form_stamp.hpp"

using namespace maerkbar;
using namespace maerkbar::feedback;
using std::chrono::seconds;

namespace {

const TenantId town{1};
const Instant morning{std::chrono::hours(1)};
const std::string secret(32, 's');

int taken(FloodBrake& brake, int tries, std::string_view address, Instant now) {
    int count = 0;
    for (int i = 0; i < tries; ++i)
        count += brake.take(town, address, now) ? 1 : 0;
    return count;
}

} // namespace

TEST_CASE("many may write from one address on an ordinary day") {
    FloodBrake brake;
    CHECK(taken(brake, 25, "library", morning) == 25);
}

TEST_CASE("an address that floods is held back while others get through") {
    FloodBrake brake;
    CHECK(taken(brake, 1000, "flood", morning) == FloodBrake::most_in_all - FloodBrake::runs_low + 1);
    CHECK(taken(brake, 5, "citizen", morning) == 5);
    CHECK(taken(brake, 1, "flood", morning + seconds(10)) == 0);
    CHECK(taken(brake, 1, "flood", morning + FloodBrake::refill_of_address) == 1);
}

TEST_CASE("a flood from everywhere is slowed as a whole, and another municipality is not") {
    FloodBrake brake;
    int count = 0;
    for (int i = 0; i < 500; ++i)
        count += brake.take(town, "address " + std::to_string(i), morning) ? 1 : 0;
    CHECK(count == FloodBrake::most_in_all);
    CHECK(brake.take(TenantId{2}, "address 1", morning));
    CHECK_FALSE(brake.take(town, "new", morning + seconds(1)));
    CHECK(brake.take(town, "new", morning + FloodBrake::refill_in_all));
}

TEST_CASE("a form is sent neither at once nor after days, by whoever opened it") {
    const auto stamp = form_stamp(secret, "page", morning, Stamped::opened);
    CHECK_FALSE(stamp_holds(secret, "page", stamp, morning + seconds(1)));
    CHECK(stamp_holds(secret, "page", stamp, morning + fastest_writing));
    CHECK(stamp_holds(secret, "page", stamp, morning + longest_writing));
    CHECK_FALSE(stamp_holds(secret, "page", stamp, morning + longest_writing + seconds(1)));
    CHECK_FALSE(stamp_holds(secret, "other page", stamp, morning + fastest_writing));
    CHECK_FALSE(stamp_holds(std::string(32, 't'), "page", stamp, morning + fastest_writing));
    CHECK(stamp_holds(secret, "page", form_stamp(secret, "page", morning, Stamped::asked_again), morning));
    for (const auto* const forged : {"", ".", "o", "o1.", "ox.abc"})
        CHECK_FALSE(stamp_holds(secret, "page", forged, morning));
}
