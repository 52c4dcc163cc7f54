#include "web/chart/control_chart.hpp"

#include <doctest/doctest.h>

#include "web/chart/golden_test.hpp"
#include "web/chart/sample_pictures_test.hpp"

using namespace maerkbar;
using namespace maerkbar::web::chart;

namespace {

std::size_t count(const std::string& text, std::string_view part) {
    std::size_t found = 0;
    for (std::size_t at = text.find(part); at != std::string::npos; at = text.find(part, at + 1))
        ++found;
    return found;
}

} // namespace

TEST_CASE("a control chart with everything in it is drawn as looked at") {
    check_golden("charts/control_chart.svg", one_element_a_line(control_chart(samples::everything(), {})));
}

TEST_CASE("the narrow chart with links is drawn as looked at") {
    const Options options{.width = Width::narrow, .links = true, .standalone = false};
    check_golden("charts/control_chart_narrow_links.svg",
                 one_element_a_line(control_chart(samples::everything(), {}, options)));
}

TEST_CASE("no style attribute anywhere: the content-security policy forbids it") {
    const std::string svg = control_chart(samples::everything(), {}, {.width = Width::wide, .links = true});
    CHECK(svg.find("style=") == std::string::npos);
    CHECK(svg.find("<style") == std::string::npos);
}

TEST_CASE("a standalone file carries its style and needs no variables") {
    const std::string svg = control_chart(samples::everything(), {}, {.standalone = true});
    CHECK(svg.find("xmlns=\"http://www.w3.org/2000/svg\"") != std::string::npos);
    CHECK(svg.find(".chart-line { stroke: #1a4a84") != std::string::npos);
    CHECK(svg.find("var(") == std::string::npos);
}

TEST_CASE("every signal has its own shape, and the legend names only what is there") {
    const std::string calm = control_chart(samples::calls_answered(), {});
    CHECK(calm.find("Sign of decline") == std::string::npos);
    CHECK(calm.find("chart-concern") == std::string::npos);
    const std::string svg = control_chart(samples::everything(), {});
    CHECK(count(svg, "class=\"chart-concern\"") == 2); // in the chart and in the legend
    CHECK(count(svg, "class=\"chart-unusual\"") == 2);
    CHECK(svg.find("Sign of decline") != std::string::npos);
}

TEST_CASE("with links the last point is the one tab stop and says its figures") {
    ControlChartPicture picture = samples::everything();
    picture.points.back().href.clear();
    const std::string svg = control_chart(picture, {}, {.width = Width::wide, .links = true});
    CHECK(count(svg, "tabindex=\"0\"") == 1);
    CHECK(count(svg, "<a ") == 22); // 24 points, one without value, one without a link
    CHECK(count(svg, "<g class=\"chart-stop\"") == 1);
    CHECK(svg.find("aria-label=\"august 2024: 73\u00a0%. 1.204 af 1.384. Sign of decline\"") !=
          std::string::npos);
}

TEST_CASE("a long series is one picture: no dots, no links, names of phases no wider than their phase") {
    const std::string svg = control_chart(samples::weeks(), {}, {.links = true});
    CHECK(svg.find("role=\"img\"") != std::string::npos);
    CHECK(svg.find("chart-stop") == std::string::npos);
    CHECK(svg.find("chart-dots") == std::string::npos);
    CHECK(svg.find(">Pr…<") != std::string::npos);
    check_golden("charts/control_chart_weeks.svg", one_element_a_line(svg));
}

TEST_CASE("text is escaped") {
    ControlChartPicture picture = samples::calls_answered();
    picture.title = "<b>\"Mål\" & mere</b>";
    const std::string svg = control_chart(picture, {});
    CHECK(svg.find("<title id=\"calls-title\">&lt;b&gt;&quot;Mål&quot; &amp; mere&lt;/b&gt;</title>") !=
          std::string::npos);
}

TEST_CASE("nothing to draw is said in words") {
    ControlChartPicture picture;
    CHECK(control_chart(picture, {}).find("There is nothing to draw yet.") != std::string::npos);
    picture.points = {Point{"maj", "maj"}};
    CHECK(control_chart(picture, {}).find("There is nothing to draw yet.") != std::string::npos);
}

TEST_CASE("odd series are drawn without infinite or missing coordinates") {
    ControlChartPicture picture;
    SUBCASE("one point") {
        picture.points = {Point{"maj", "maj", "", 5}};
    }
    SUBCASE("constant") {
        for (int i = 0; i < 5; ++i)
            picture.points.push_back({"m", "m", "", 0, 0, 0, 0});
    }
    SUBCASE("at the natural bound") {
        picture.points = {Point{"maj", "maj", "", 1, 1, 1, 1}, Point{"juni", "juni", "", 1, 1, 1, 1}};
        picture.least = 0;
        picture.greatest = 1;
    }
    SUBCASE("infinite value") {
        picture.points = {Point{"maj", "maj", "", std::numeric_limits<double>::infinity()},
                          Point{"juni", "juni", "", 2}};
    }
    SUBCASE("very large") {
        picture.points = {Point{"a", "a", "", 1e15}, Point{"b", "b", "", -1e15}};
    }
    const std::string svg = control_chart(picture, {});
    CHECK(svg.find("nan") == std::string::npos);
    CHECK(svg.find("inf") == std::string::npos);
    CHECK(count(svg, "922337203685477") == 0); // what a coordinate out of range would be written as
}
