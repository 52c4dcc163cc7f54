#include "sources/surveys/open_text/further_masking.hpp"

#include <doctest/doctest.h>

using maerkbar::surveys::open_text::masks_further;

namespace {
constexpr std::string_view written = "Hanne i skranken var flink, men\nventetiden var for lang.";
}

TEST_CASE("words may go, or become a mask") {
    CHECK(masks_further(written, written));
    CHECK(masks_further(written, "[NAME] i skranken var flink, men ventetiden var for lang."));
    CHECK(masks_further(written, "ventetiden var for lang."));
    CHECK(masks_further(written, "[NAME], var flink, [ÅRSAG]."));
    CHECK(masks_further(written, "Ventetiden") == false); // another word than "ventetiden"
    CHECK(masks_further(written, "i skranken var flink. Men") == false);
    CHECK(masks_further(written, "Hanne i skranken var flink."));
    CHECK(masks_further(written, ""));
}

TEST_CASE("no word is added, moved or written anew") {
    CHECK_FALSE(masks_further(written, "Hanne i skranken var ikke flink, men"));
    CHECK_FALSE(masks_further(written, "ventetiden Hanne"));
    CHECK_FALSE(masks_further(written, "ventetiden var kort."));
    CHECK_FALSE(masks_further(written, "[hun var dum] i skranken"));
    CHECK_FALSE(masks_further(written, "ikke[NAME]"));
    CHECK_FALSE(masks_further(written, "flink, flink,"));
}
