#pragma once

#include <string>
#include <vector>

#include "web/chart/lines.hpp"
#include "web/chart/picture.hpp"

namespace maerkbar::web::chart {

inline constexpr double text_size = 13; // as .chart in assets/css/chart.css
inline constexpr double line_height = 18;

// One entry of the legend: a drawn sign and its word.
struct LegendItem {
    std::string sign; // class of the sign: "level", "limits", "target", "improvement", …
    std::string word;
    double x = 0; // of the sign's left edge
    double y = 0; // of the middle of the line
};

// Where everything of a control chart goes, in user units of the SVG.
struct Layout {
    double width = 0, height = 0;
    double left = 0, right = 0, top = 0, bottom = 0; // the plot
    double note_line = 0;                            // middle of the row of note numbers; 0 without notes
    double tick_line = 0, group_line = 0;            // text baselines below the plot
    Axis axis;
    NumberStyle tick_style;
    Grid grid;
    std::vector<LegendItem> legend;
};

// The picture has at least one point.
[[nodiscard]] Layout lay_out(const ControlChartPicture& picture, const Words& words, const Options& options);

// Numbers of the points that get a tick label: evenly, in step with the groups, never so near that texts
// touch.
[[nodiscard]] std::vector<std::size_t> tick_points(const std::vector<Point>& points, double slot);

// Moves texts apart that would overlap: coordinates in, coordinates out, at least `gap` between neighbours,
// inside `low` to `high` where there is room; the order is kept.
[[nodiscard]] std::vector<double> spread(std::vector<double> wanted, double gap, double low, double high);

} // namespace maerkbar::web::chart
