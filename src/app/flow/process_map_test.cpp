#include "app/flow/process_map.hpp"

#include <doctest/doctest.h>

#include "app/flow/map_layout.hpp"

using namespace maerkbar;
using namespace maerkbar::app_flow;

TEST_CASE("boxes are placed in layers, inside the picture and apart from each other") {
    const std::vector<MapBox> boxes{{100, 40}, {80, 40}, {120, 40}};
    const std::vector<MapLink> links{{0, 1, {60, 16}, 1}, {1, 2, {}, 1}, {1, 1, {}, 1}};
    const auto layout = lay_out(boxes, links);
    REQUIRE(layout.ok());
    REQUIRE(layout->boxes.size() == 3);
    CHECK(layout->boxes[0].y + 40 <= layout->boxes[1].y);
    CHECK(layout->boxes[1].y + 40 <= layout->boxes[2].y);
    for (std::size_t i = 0; i < boxes.size(); ++i) {
        CHECK(layout->boxes[i].x - boxes[i].width / 2 >= -1);
        CHECK(layout->boxes[i].x + boxes[i].width / 2 <= layout->size.width + 1);
    }
    for (const auto& line : layout->lines) {
        CHECK(line.curve.size() % 3 == 1);
        CHECK(line.tip.has_value());
    }
    CHECK(layout->lines[0].label.y > layout->boxes[0].y);
    CHECK(layout->lines[0].label.y < layout->boxes[1].y);
}

TEST_CASE("the map holds the frequent steps, a way in and out of each activity, and says how much it shows") {
    Arguments arguments;
    arguments.file = "tests/data/flow/emergency_artificial.csv";
    const auto request = understand(arguments);
    REQUIRE(request.ok());
    auto analysis = Analysis::of(*request);
    REQUIRE(analysis.ok());
    const auto content = map_content(analysis->graph(), 0.5);
    CHECK(content.activities.size() == 7);
    CHECK(content.edges.size() == 7);
    CHECK(content.steps == 2221);
    CHECK(content.steps_shown == 2221);
    const web::Languages languages;
    const auto svg = process_map(*analysis, languages.get("en"));
    REQUIRE(svg.ok());
    CHECK(svg->starts_with("<svg "));
    CHECK(svg->ends_with("</svg>\n"));
    for (const auto* const text :
         {"Triage and Assessment", "Process map: 500 cases", "7 of 7 activities", "492 · "})
        CHECK_MESSAGE(svg->find(text) != svg->npos, text);
}
