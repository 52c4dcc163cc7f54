#include <doctest/doctest.h>

#include <cmath>

#include "web/chart/layout.hpp"
#include "web/chart/lines.hpp"
#include "web/chart/number_style.hpp"
#include "web/chart/scale.hpp"
#include "web/chart/svg_writer.hpp"
#include "web/chart/text_width.hpp"

using namespace maerkbar::web::chart;

namespace {

Range range(double low, double high) {
    Range result;
    result.add(low);
    result.add(high);
    return result;
}

std::vector<Point> months(std::size_t first_month, std::size_t count) {
    std::vector<Point> points;
    for (std::size_t i = 0; i < count; ++i)
        points.push_back({"", "okt.", std::to_string(2024 + (first_month + i) / 12), 1});
    return points;
}

} // namespace

TEST_CASE("numbers are written in the language's way") {
    const NumberStyle danish{",", ".", 1, 1, ""};
    CHECK(format(danish, 1234567.25) == "1.234.567,2");
    CHECK(format(danish, -0.04) == "0,0");
    CHECK(format(danish, -12) == "\u221212,0");
    CHECK(format({".", ",", 100, 0, "%"}, 0.874) == "87%");
    CHECK(format(danish, NAN).empty());
    CHECK(format(danish, INFINITY).empty());
    CHECK(format(danish, 999) == "999,0");
}

TEST_CASE("ticks are round, inside the axis and told apart by their decimals") {
    const Axis axis = axis_for(range(0.72, 0.91), 0, 1, 5, 100);
    REQUIRE(axis.ticks.size() == 4);
    CHECK(axis.ticks.front() == doctest::Approx(0.75));
    CHECK(axis.ticks.back() == doctest::Approx(0.9));
    CHECK(axis.decimals == 0);
    CHECK(axis_for(range(0.2, 0.3), none, none, 5, 1).decimals == 2);
    CHECK(axis_for(range(0, 1100), 0, none, 5, 1).ticks == std::vector<double>{0, 250, 500, 750, 1000});
    CHECK(axis_for(range(0.98, 1), 0, 1, 5, 1).high == 1);
    CHECK(axis_for(range(-2, -1), none, none, 4, 1).low < -2);
}

TEST_CASE("an axis of one value still has a width") {
    const Axis axis = axis_for(range(5, 5), none, none, 4, 1);
    CHECK(axis.low < 5);
    CHECK(axis.high > 5);
    const Axis zero = axis_for(range(0, 0), 0, none, 4, 1);
    CHECK(zero.low == 0);
    CHECK(zero.high > 0);
    CHECK(axis_for({}, none, none, 4, 1).high > 0);
}

TEST_CASE("ticks follow the year however the series begins") {
    CHECK(tick_points(months(0, 24), 15) == std::vector<std::size_t>{0, 3, 6, 9, 12, 15, 18, 21});
    // From May: July, October, January, …
    CHECK(tick_points(months(4, 24), 15) == std::vector<std::size_t>{2, 5, 8, 11, 14, 17, 20, 23});
    CHECK(tick_points(months(0, 3), 100) == std::vector<std::size_t>{0, 1, 2});
    CHECK(tick_points({}, 10).empty());
}

TEST_CASE("labels that would overlap are moved apart and stay inside") {
    CHECK(spread({50, 52}, 16, 0, 100) == std::vector<double>{50, 66});
    CHECK(spread({98, 97}, 16, 0, 100) == std::vector<double>{100, 84});
    CHECK(spread({10}, 16, 0, 100) == std::vector<double>{10});
}

TEST_CASE("a line has a gap where a value is missing, and limits break at a phase") {
    std::vector<Point> points(4);
    for (std::size_t i = 0; i < 4; ++i) {
        points[i].y = i == 1 ? none : 1;
        points[i].upper = i < 2 ? 2 : 3;
        points[i].lower = 0;
    }
    const Grid grid{0, 10, {0, 10, 100, 0}};
    CHECK(joined_line(points, grid).data() == "M5 90M25 90L35 90");
    CHECK(stepped_line(points, grid, &Point::upper, {}).data() == "M0 80H20V70H40");
    CHECK(stepped_line(points, grid, &Point::upper, {{2, ""}}).data() == "M0 80H20M20 70H40");
    CHECK(band(points, grid).data() == "M0 80H20V70H40V100H0Z");
    CHECK(dots(points, grid).data() == "M5 90H5M25 90H25M35 90H35");
}

TEST_CASE("targets are dated steps") {
    const Grid grid{0, 10, {0, 10, 100, 0}};
    CHECK(target_lines({{1, 5, none}, {3, 6, 8}}, grid, 4).data() == "M10 50H30M30 40H40M30 20H40");
    CHECK(target_lines({{9, 5, none}}, grid, 4).data().empty());
}

TEST_CASE("text is measured letter by letter and shortened whole letters at a time") {
    CHECK(text_width("", 13) == 0);
    CHECK(text_width("m", 10) == doctest::Approx(9.163));
    CHECK(text_width("å", 10) == doctest::Approx(text_width("ø", 10)));
    CHECK(shortened("Pladsanvisningen", 13, 500) == "Pladsanvisningen");
    CHECK(shortened("æøå æøå", 13, 52) == "æøå…");
}

TEST_CASE("coordinates have at most one decimal and text cannot break out of an attribute") {
    std::string out;
    append_coordinate(out, -3.04);
    append_coordinate(out += ' ', 12.55);
    append_coordinate(out += ' ', -0.04);
    CHECK(out == "-3 12.6 0");
    out.clear();
    append_escaped(out, "a\"b<c>&\x01");
    CHECK(out == "a&quot;b&lt;c&gt;&amp;");
}
