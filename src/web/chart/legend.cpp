#include "web/chart/legend.hpp"

#include <string_view>

#include "web/chart/marks.hpp"

namespace maerkbar::web::chart {
namespace {

void draw_line_sign(SvgWriter& svg, const char* name, double x, double y) {
    svg.open("path").at("class", name).at("d", Path().move(x, y).across(x + 16).data()).close();
}

void draw_box_sign(SvgWriter& svg, const char* name, double x, double y) {
    svg.open("rect").at("class", name).at("x", x).at("y", y - 6).at("width", 16).at("height", 12).close();
}

void draw_sign(SvgWriter& svg, std::string_view sign, double x, double y) {
    if (sign == "level") return draw_line_sign(svg, "chart-level", x, y);
    if (sign == "target") return draw_line_sign(svg, "chart-target", x, y);
    if (sign == "limits") return draw_box_sign(svg, "chart-band", x, y);
    if (sign == "baseline") return draw_box_sign(svg, "chart-baseline", x, y);
    if (sign == "improvement") return draw_mark(svg, x + 8, y, Mark::improvement, false);
    if (sign == "concern") return draw_mark(svg, x + 8, y, Mark::concern, false);
    if (sign == "unusual") return draw_mark(svg, x + 8, y, Mark::unusual, false);
    if (sign == "excluded") return draw_mark(svg, x + 8, y, Mark::ordinary, true);
    svg.open("circle").at("class", "chart-note").at("cx", x + 8).at("cy", y).at("r", 7).close();
}

} // namespace

void draw_legend(SvgWriter& svg, std::span<const LegendItem> items) {
    for (const LegendItem& item : items) {
        draw_sign(svg, item.sign, item.x, item.y);
        svg.open("text").at("class", "chart-word").at("x", item.x + 22).at("y", item.y + 4.5).text(item.word);
    }
}

} // namespace maerkbar::web::chart
