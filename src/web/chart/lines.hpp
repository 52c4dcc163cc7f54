#pragma once

#include <functional>
#include <vector>

#include "web/chart/picture.hpp"
#include "web/chart/scale.hpp"
#include "web/chart/svg_writer.hpp"

// The lines of control charts and sparklines. Point i stands in the middle of a column: left + (i + ½) ·
// slot.
namespace maerkbar::web::chart {

struct Grid {
    double left = 0;
    double slot = 1;
    Scale y;
    [[nodiscard]] double start(std::size_t point) const { return left + static_cast<double>(point) * slot; }
    [[nodiscard]] double middle(std::size_t point) const { return start(point) + slot / 2; }
};

using Member = double Point::*;

// Through the values, with a gap where one is missing.
[[nodiscard]] Path joined_line(const std::vector<Point>& points, const Grid& grid);
// A step for every point, one line while values stay equal; broken where a value is missing or a phase
// begins.
[[nodiscard]] Path stepped_line(const std::vector<Point>& points, const Grid& grid, Member value,
                                const std::vector<Phase>& phases);
// The area between lower and upper wherever both exist.
[[nodiscard]] Path band(const std::vector<Point>& points, const Grid& grid);
// The targets, each from its first point to the next step.
[[nodiscard]] Path target_lines(const std::vector<TargetStep>& targets, const Grid& grid, std::size_t points);
// All ordinary points at once: strokes of no length, which round caps turn into dots.
[[nodiscard]] Path dots(const std::vector<Point>& points, const Grid& grid);

} // namespace maerkbar::web::chart
