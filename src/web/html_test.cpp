#include "web/html.hpp"

#include <doctest/doctest.h>

namespace maerkbar::web {
namespace {

template <typename Value>
concept Writable = requires(Html html, Value value) {
    html << value;
};

static_assert(Writable<int> && Writable<std::string> && Writable<const char*>);
static_assert(!Writable<double> && !Writable<bool> && !Writable<char>,
              "numbers for people go through Language");

TEST_CASE("markup goes out as it is, everything else is escaped") {
    Html html;
    html << "<p>"_html
         << "a<b>&\"c'" << std::string("</p>") << "</p>"_html << 42 << std::uint64_t{7};
    CHECK(html.str() == "<p>a&lt;b&gt;&amp;&quot;c&#39;&lt;/p&gt;</p>427");
}

TEST_CASE("pieces compose without being escaped twice") {
    Html cell = "<td>"_html;
    cell << "ø & å"
         << "</td>"_html;
    Html row;
    row << "<tr>"_html << cell << cell << "</tr>"_html;
    CHECK(row.str() == "<tr><td>ø &amp; å</td><td>ø &amp; å</td></tr>");
}

TEST_CASE("attributes cannot be broken out of") {
    Html html;
    html << "<a"_html << Attribute{"title", "\" onclick='x' <"} << Flag{"hidden", true}
         << Flag{"inert", false} << ">"_html;
    CHECK(html.str() == "<a title=\"&quot; onclick=&#39;x&#39; &lt;\" hidden>");
}

TEST_CASE("trusted HTML is left alone") {
    CHECK(Html::trusted("<svg/>").str() == "<svg/>");
    CHECK(escaped("").empty());
}

} // namespace
} // namespace maerkbar::web
