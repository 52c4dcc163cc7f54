#include "web/chart/lines.hpp"

#include <algorithm>
#include <cmath>

namespace maerkbar::web::chart {
namespace {

constexpr double invisible = 0.05; // smaller steps than the coordinates are written with

bool begins_phase(const std::vector<Phase>& phases, std::size_t point) {
    return std::any_of(phases.begin(), phases.end(),
                       [&](const Phase& phase) { return phase.first == point; });
}

bool has_band(const Point& point) {
    return std::isfinite(point.lower) && std::isfinite(point.upper);
}

void add_band(Path& path, const std::vector<Point>& points, const Grid& grid, std::size_t first,
              std::size_t end) {
    path.move(grid.start(first), grid.y(points[first].upper));
    for (std::size_t i = first; i < end; ++i) {
        const double y = grid.y(points[i].upper);
        if (i > first && std::abs(y - grid.y(points[i - 1].upper)) > invisible)
            path.across(grid.start(i)).down(y);
    }
    path.across(grid.start(end)).down(grid.y(points[end - 1].lower));
    for (std::size_t i = end - 1; i > first; --i) {
        const double y = grid.y(points[i - 1].lower);
        if (std::abs(y - grid.y(points[i].lower)) > invisible) path.across(grid.start(i)).down(y);
    }
    path.across(grid.start(first)).close();
}

} // namespace

Path joined_line(const std::vector<Point>& points, const Grid& grid) {
    Path path;
    for (std::size_t i = 0; i < points.size(); ++i) {
        if (!std::isfinite(points[i].y)) continue;
        const bool joined = i > 0 && std::isfinite(points[i - 1].y);
        const double x = grid.middle(i), y = grid.y(points[i].y);
        joined ? path.line(x, y) : path.move(x, y);
    }
    return path;
}

Path stepped_line(const std::vector<Point>& points, const Grid& grid, Member value,
                  const std::vector<Phase>& phases) {
    Path path;
    for (std::size_t i = 0; i < points.size(); ++i) {
        if (!std::isfinite(points[i].*value)) continue;
        const double y = grid.y(points[i].*value);
        const bool goes_on = i > 0 && std::isfinite(points[i - 1].*value) && !begins_phase(phases, i);
        if (!goes_on)
            path.move(grid.start(i), y);
        else if (std::abs(y - grid.y(points[i - 1].*value)) > invisible)
            path.down(y);
        const bool stays = i + 1 < points.size() && !begins_phase(phases, i + 1) &&
                           std::abs(grid.y(points[i + 1].*value) - y) <= invisible;
        if (!stays) path.across(grid.start(i + 1));
    }
    return path;
}

Path band(const std::vector<Point>& points, const Grid& grid) {
    Path path;
    std::size_t first = 0;
    while (first < points.size()) {
        std::size_t end = first;
        while (end < points.size() && has_band(points[end]))
            ++end;
        if (end > first) add_band(path, points, grid, first, end);
        first = end + 1;
    }
    return path;
}

Path target_lines(const std::vector<TargetStep>& targets, const Grid& grid, std::size_t points) {
    Path path;
    for (std::size_t k = 0; k < targets.size(); ++k) {
        const std::size_t end = std::min(k + 1 < targets.size() ? targets[k + 1].first : points, points);
        for (const double value : {targets[k].floor, targets[k].ceiling})
            if (std::isfinite(value) && targets[k].first < end)
                path.move(grid.start(targets[k].first), grid.y(value)).across(grid.start(end));
    }
    return path;
}

Path dots(const std::vector<Point>& points, const Grid& grid) {
    Path path;
    for (std::size_t i = 0; i < points.size(); ++i) {
        const Point& point = points[i];
        if (!std::isfinite(point.y) || point.excluded || point.mark != Mark::ordinary) continue;
        path.move(grid.middle(i), grid.y(point.y)).across(grid.middle(i));
    }
    return path;
}

} // namespace maerkbar::web::chart
