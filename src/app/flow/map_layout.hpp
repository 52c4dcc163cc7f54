#pragma once

#include <optional>
#include <span>
#include <vector>

#include "base/result.hpp"

namespace maerkbar::app_flow {

// Sizes and places in points; y grows downwards.
struct MapPoint {
    double x = 0;
    double y = 0;
};

struct MapBox {
    double width = 0;
    double height = 0;
};

struct MapLink {
    std::size_t from = 0; // numbers of boxes
    std::size_t to = 0;
    MapBox label;      // room to keep free beside the line; 0 × 0 for none
    double weight = 1; // heavier links are drawn shorter and straighter
};

struct MapLayout {
    struct Line {
        std::vector<MapPoint> curve; // cubic Béziers: a start, then three points each
        std::optional<MapPoint> tip; // of the arrow; its line ends a little before
        MapPoint label;              // the middle of the label
    };
    MapBox size;
    std::vector<MapPoint> boxes; // the middle of each
    std::vector<Line> lines;
};

// Places boxes in layers, most links leading downwards. internal: the layout program failed.
[[nodiscard]] Result<MapLayout> lay_out(std::span<const MapBox> boxes, std::span<const MapLink> links);

} // namespace maerkbar::app_flow
