#include "practice/assessment/rounds/join_limit.hpp"

#include <doctest/doctest.h>

namespace maerkbar::assessment {
namespace {

using std::chrono::minutes;
using std::chrono::seconds;

TEST_CASE("ten wrong codes close the door for that address until the first is a quarter of an hour old") {
    JoinLimit limit;
    const Instant start{std::chrono::hours(9)};
    for (int i = 0; i < 10; ++i) {
        CHECK_FALSE(limit.closed_until("10.0.0.1", start + minutes(i)));
        limit.note_wrong("10.0.0.1", start + minutes(i));
    }
    CHECK(limit.closed_until("10.0.0.1", start + minutes(10)) == start + minutes(15));
    CHECK_FALSE(limit.closed_until("10.0.0.2", start + minutes(10)));
    CHECK(limit.closed_until("10.0.0.1", start + minutes(15) - seconds(1)));
    CHECK_FALSE(limit.closed_until("10.0.0.1", start + minutes(15)));
}

TEST_CASE("addresses beyond the limit push out the one that was quiet longest") {
    JoinLimit limit;
    const Instant start{std::chrono::hours(9)};
    for (int i = 0; i < 10; ++i)
        limit.note_wrong("first", start);
    for (std::size_t i = 0; i < JoinLimit::most_addresses; ++i)
        limit.note_wrong(std::to_string(i), start + seconds(1));
    CHECK_FALSE(limit.closed_until("first", start + seconds(2)));
}

} // namespace
} // namespace maerkbar::assessment
