#include <doctest/doctest.h>

#include "web/assets.hpp"
#include "web/day_colours.hpp"

namespace maerkbar::web {
namespace {

TEST_CASE("a browser that does not know light-dark() gets the colours by day") {
    const std::string css =
        ":root {\n  --page: light-dark(var(--grey-1), #10161e);\n  --radius: 6px;\n"
        "  --text: light-dark(#16202c, #e9edf2);\n}\n";
    CHECK(day_colours(css) ==
          "@supports not (color: light-dark(white, black)) {\n:root {\ncolor-scheme: light;\n"
          "--page: var(--grey-1);\n--text: #16202c;\n}\n}\n");
    CHECK(day_colours(":root { --radius: 6px; }").empty());
}

TEST_CASE("the style sheet that is sent has them") {
    for (const auto& asset : assets())
        if (asset.name == "main.css") {
            const auto block = asset.content.find("@supports not (color: light-dark");
            REQUIRE(block != std::string::npos);
            CHECK(asset.content.find("--page: var(--grey-1);", block) != std::string::npos);
        }
}

} // namespace
} // namespace maerkbar::web
