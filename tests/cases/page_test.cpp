#include "cases/page.hpp"

#include <doctest/doctest.h>

namespace maerkbar::cases {
namespace {

constexpr std::string_view example = R"(<!doctype html>
<html lang="da"><head><meta charset="utf-8"><title>Overblik</title></head>
<body><!-- no words --><main id="main"><h1>Overblik <small>2026</small></h1>
<p>80&nbsp;% &lt;af <b>op</b>kald&gt;</p><ul class="cards big"><li>En<li-note/></li><li data-unit="3" hidden>To</li></ul>
<svg viewBox="0 0 1 1"><path d="M0 0"/></svg><script>if (a < b) {}</script>
<form><input type="hidden" name="csrf" value="a&amp;b"><button>Gem</button></form></main></body></html>)";

Node page() {
    auto parsed = parse_page(example);
    REQUIRE(parsed.ok());
    return std::move(*parsed);
}

TEST_CASE("words are read as a person reads them") {
    const auto root = page();
    CHECK(select(root, "h1").at(0)->words() == "Overblik 2026");
    CHECK(select(root, "main p").at(0)->words() == "80 % <af opkald>");
    CHECK(select(root, "ul").at(0)->words() == "En To");
    CHECK(select(root, "main").at(0)->words().find("if (") == std::string::npos);
}

TEST_CASE("selectors find names, classes, ids and attributes") {
    const auto root = page();
    CHECK(select(root, "li").size() == 2);
    CHECK(select(root, "ul.big.cards li[data-unit=3][hidden]").size() == 1);
    CHECK(select(root, "#main .cards [data-unit=4]").empty());
    CHECK(*select(root, "input[name=csrf]").at(0)->attribute("value") == "a&b");
    CHECK(select(root, "html h1").size() == 1);
    CHECK(select(root, "p li").empty());
    CHECK(select(root, "li[broken").empty());
    CHECK(select(root, "").empty());
}

TEST_CASE("nested elements are found once") {
    auto nested = parse_page("<div><div><div><p>a</p></div></div></div>");
    REQUIRE(nested.ok());
    CHECK(select(*nested, "div p").size() == 1);
    CHECK(select(*nested, "div div div").size() == 1);
    CHECK(select(*nested, "div div div div").empty());
}

TEST_CASE("what is not well formed is refused with its line") {
    for (const auto* text : {"<p>a", "<p>a</b></p>", "a</p>", "<p a='b'></p>", "<p a=\"b></p>",
                             "<p a=\"1\" a=\"2\"></p>", "<", "<p", "< p></p>", "<p ></p ></q>"})
        CHECK_FALSE(parse_page(text).ok());
    CHECK(parse_page("<p>\n<b>\n</p>").error().english() ==
          "The page is not well formed in line 3: <b> is not closed");
    std::string deep;
    for (int level = 0; level < 100000; ++level)
        deep += "<b>";
    CHECK_FALSE(parse_page(deep).ok());
}

} // namespace
} // namespace maerkbar::cases
