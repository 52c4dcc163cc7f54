#include <doctest/doctest.h>

#include "web/chart/comparison.hpp"
#include "web/chart/golden_test.hpp"
#include "web/chart/sample_pictures_test.hpp"
#include "web/chart/sparkline.hpp"

using namespace maerkbar;
using namespace maerkbar::web::chart;

TEST_CASE("the sparkline of a card is drawn as looked at") {
    check_golden("charts/sparkline.svg",
                 one_element_a_line(sparkline(samples::small(samples::everything()))));
}

TEST_CASE("a sparkline of nothing is a picture without lines") {
    CHECK(sparkline({"Ingen tal", {}, {}}) ==
          "<svg class=\"sparkline\" viewBox=\"0 0 300 80\" role=\"img\" aria-label=\"Ingen tal\"></svg>");
}

TEST_CASE("the comparison of units is drawn as looked at") {
    check_golden("charts/comparison.svg",
                 one_element_a_line(comparison(samples::units(), {}, {.links = true})));
    check_golden("charts/comparison_narrow.svg",
                 one_element_a_line(comparison(samples::units(), {}, {.width = Width::narrow})));
}

TEST_CASE("without links the comparison is one picture") {
    const std::string svg = comparison(samples::units(), {});
    CHECK(svg.find("role=\"img\"") != std::string::npos);
    CHECK(svg.find("<a ") == std::string::npos);
}
