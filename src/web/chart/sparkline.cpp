#include "web/chart/sparkline.hpp"

#include <algorithm>
#include <cmath>

#include "web/chart/lines.hpp"
#include "web/chart/marks.hpp"

namespace maerkbar::web::chart {
namespace {

constexpr double width = 300, height = 80, edge = 7;

Grid grid_for(const SparklinePicture& picture) {
    Range range;
    for (const Point& point : picture.points)
        for (const double value : {point.y, point.centre, point.lower, point.upper})
            range.add(value);
    for (const TargetStep& step : picture.targets)
        for (const double value : {step.floor, step.ceiling})
            range.add(value);
    const Axis axis = axis_for(range, none, none, 1, 1);
    const double points = static_cast<double>(std::max<std::size_t>(picture.points.size(), 1));
    return {0, width / points, {axis.low, axis.high, height - edge, edge}};
}

void draw_path(SvgWriter& svg, const char* name, const Path& path) {
    if (!path.empty()) svg.open("path").at("class", name).at("d", path.data()).close();
}

} // namespace

std::string sparkline(const SparklinePicture& picture) {
    const Grid grid = grid_for(picture);
    const auto& points = picture.points;
    SvgWriter svg;
    svg.reserve(1200 + points.size() * 24);
    svg.open("svg").at("class", "sparkline").at("viewBox", "0 0 300 80").at("role", "img");
    svg.at("aria-label", picture.name).body();
    draw_path(svg, "chart-band", band(points, grid));
    draw_path(svg, "chart-level", stepped_line(points, grid, &Point::centre, {}));
    draw_path(svg, "chart-target", target_lines(picture.targets, grid, points.size()));
    draw_path(svg, "chart-line", joined_line(points, grid));
    draw_path(svg, "chart-dots", dots(points, grid));
    for (std::size_t i = 0; i < points.size(); ++i)
        if (std::isfinite(points[i].y) && (points[i].excluded || points[i].mark != Mark::ordinary))
            draw_mark(svg, grid.middle(i), grid.y(points[i].y), points[i].mark, points[i].excluded);
    const auto last =
        std::find_if(points.rbegin(), points.rend(), [](const Point& p) { return std::isfinite(p.y); });
    if (last != points.rend()) {
        const auto i = static_cast<std::size_t>(points.rend() - last) - 1;
        svg.open("circle")
            .at("class", "chart-now")
            .at("cx", grid.middle(i))
            .at("cy", grid.y(last->y))
            .at("r", 5)
            .close();
    }
    svg.end("svg");
    return svg.take();
}

} // namespace maerkbar::web::chart
