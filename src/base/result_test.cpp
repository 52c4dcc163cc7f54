#include "base/result.hpp"

#include <doctest/doctest.h>

namespace maerkbar {
namespace {

Result<int> half(int number) {
    if (number % 2 != 0) {
        return Error{
            ErrorKind::invalid, "test.odd", "{number} is odd.", {{"number", std::to_string(number)}}};
    }
    return number / 2;
}

Result<int> quarter(int number) {
    const int once = TRY(half(number));
    return half(once);
}

TEST_CASE("TRY gives the value or hands the error on") {
    CHECK(*quarter(8) == 2);
    REQUIRE_FALSE(quarter(6).ok());
    CHECK(quarter(6).error().english() == "3 is odd.");
    CHECK(quarter(7).error().code == "test.odd");
}

TEST_CASE("fill_in leaves unknown names and lone braces") {
    CHECK(fill_in("{a}{b} {", {{"a", "1"}}) == "1{b} {");
    CHECK(fill_in("", {}).empty());
}

} // namespace
} // namespace maerkbar
