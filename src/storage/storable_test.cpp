#include "storage/storable.hpp"

#include <doctest/doctest.h>

#include <limits>

namespace maerkbar::storage {
namespace {

using namespace std::literals;

TEST_CASE("ordinary text is storable") {
    CHECK(is_storable(""sv));
    CHECK(is_storable("rødgrød med fløde, Ålesund €"sv));
    CHECK(is_storable("\U0001F600\u07FF\uFFFD"sv));
    CHECK(is_storable("\xEF\xBF\xBF\xF4\x8F\xBF\xBF"sv));
}

TEST_CASE("NUL and broken UTF-8 are not") {
    CHECK_FALSE(is_storable("a\0b"sv));
    CHECK_FALSE(is_storable("K\xF8"sv));            // Windows-1252
    CHECK_FALSE(is_storable("\xC0\x80"sv));         // overlong
    CHECK_FALSE(is_storable("\xE0\x80\x80"sv));     // overlong
    CHECK_FALSE(is_storable("\xED\xA0\x80"sv));     // surrogate
    CHECK_FALSE(is_storable("\xF4\x90\x80\x80"sv)); // above U+10FFFF
    CHECK_FALSE(is_storable("\xE2\x82"sv));         // cut off
    CHECK_FALSE(is_storable("\x80"sv));
    CHECK_FALSE(is_storable("\xC3("sv));
}

TEST_CASE("numbers must be numbers") {
    CHECK(is_storable(-1.5e300));
    CHECK_FALSE(is_storable(std::numeric_limits<double>::quiet_NaN()));
    CHECK_FALSE(is_storable(std::numeric_limits<double>::infinity()));
}

} // namespace
} // namespace maerkbar::storage
