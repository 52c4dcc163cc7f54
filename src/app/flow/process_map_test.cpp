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
    const auto content = map_content(analysis->graph(), {0.5, 1, MapChoice::By::count});
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

TEST_CASE("what the map shows can be chosen: share of steps, least number, by count or by waiting") {
    Arguments arguments;
    arguments.file = "tests/data/flow/building_permits_calgary.csv";
    arguments.opened = "applied";
    arguments.steps = {"issued"};
    arguments.closed = "completed";
    arguments.map_by = "time";
    const auto request = understand(arguments);
    REQUIRE(request.ok());
    auto analysis = Analysis::of(*request);
    REQUIRE(analysis.ok());
    const auto& graph = analysis->graph();
    REQUIRE(graph.edges.size() == 3);
    const auto most_taken = map_content(graph, {0, 1, MapChoice::By::count});
    const auto most_waiting = map_content(graph, {0, 1, MapChoice::By::time});
    CHECK(most_taken.edges.front().gaps.count == graph.edges.front().gaps.count);
    for (const auto& edge : graph.edges)
        CHECK(most_waiting.edges.front().gaps.sum >= edge.gaps.sum);
    CHECK(most_waiting.edges.front().to != most_taken.edges.front().to);
    CHECK(most_taken.edges.size() == 2); // a way in and out of each activity
    CHECK(map_content(graph, {1, 1, MapChoice::By::count}).edges.size() == 3);
    CHECK(map_content(graph, {1, 152, MapChoice::By::count}).edges.size() ==
          2); // the rare one is taken 151 times
    CHECK(map_content(graph, {1, 151, MapChoice::By::count}).edges.size() == 3);
    const web::Languages languages;
    const auto svg = process_map(*analysis, languages.get("en"));
    REQUIRE(svg.ok());
    CHECK(svg->find("Thicker: more waiting in all") != svg->npos);
    arguments.map_detail = 101;
    CHECK(understand(arguments).error().code == "flow.map");
    arguments.map_detail.reset();
    arguments.map_least = 0;
    CHECK(understand(arguments).error().code == "flow.map");
}
