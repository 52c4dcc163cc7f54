#include "cases/pattern.hpp"

#include <doctest/doctest.h>

namespace maerkbar::cases {
namespace {

TEST_CASE("three stars stand for any text") {
    CHECK(matches("abc", "abc"));
    CHECK_FALSE(matches("abc", "abcd"));
    CHECK(matches("***", ""));
    CHECK(matches("a***", "a"));
    CHECK(matches("***b", "aab"));
    CHECK(matches("a***b***c", "a1b2bc"));
    CHECK_FALSE(matches("a***b***c", "a1c"));
    CHECK_FALSE(matches("a***a", "a"));
    CHECK(matches("***x***", "line\nx\nline"));
}

TEST_CASE("white space is one blank") {
    CHECK(squeezed("  a\n\t b  ") == "a b");
    CHECK(squeezed(" \n ").empty());
}

} // namespace
} // namespace maerkbar::cases
