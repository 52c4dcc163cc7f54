#include "storage/placeholders.hpp"

#include <doctest/doctest.h>

namespace maerkbar::storage {
namespace {

TEST_CASE("placeholders are numbered, quotes and comments left alone") {
    CHECK(numbered_placeholders("select ? where a = ?") == "select $1 where a = $2");
    CHECK(numbered_placeholders("select '?', \"?\", 'it''s ?', ?") == "select '?', \"?\", 'it''s ?', $1");
    CHECK(numbered_placeholders("select 1 -- why?\n, ?") == "select 1 -- why?\n, $1");
    CHECK(numbered_placeholders("select 'open ?") == "select 'open ?");
    CHECK(numbered_placeholders("").empty());
}

} // namespace
} // namespace maerkbar::storage
