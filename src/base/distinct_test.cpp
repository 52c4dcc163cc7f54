#include "base/distinct.hpp"

#include <doctest/doctest.h>

namespace maerkbar {
namespace {

TEST_CASE("values are sorted and stand once") {
    std::vector<int> values{3, 1, 3, 2, 1, 3};
    sort_distinct(values);
    CHECK(values == std::vector<int>{1, 2, 3});
    std::vector<int> none;
    sort_distinct(none);
    CHECK(none.empty());
}

} // namespace
} // namespace maerkbar
