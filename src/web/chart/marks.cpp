#include "web/chart/marks.hpp"

namespace maerkbar::web::chart {
namespace {

Path outline(Mark mark, double x, double y) {
    Path path;
    switch (mark) {
        case Mark::improvement:
            path.move(x, y - 6).line(x + 6, y).line(x, y + 6).line(x - 6, y);
            break;
        case Mark::concern:
            path.move(x - 4.5, y - 4.5).across(x + 4.5).down(y + 4.5).across(x - 4.5);
            break;
        default:
            path.move(x, y - 6).line(x + 5.5, y + 4).across(x - 5.5);
            break;
    }
    return path.close();
}

} // namespace

const char* class_of(Mark mark) {
    switch (mark) {
        case Mark::improvement:
            return "chart-improvement";
        case Mark::concern:
            return "chart-concern";
        case Mark::unusual:
            return "chart-unusual";
        default:
            return "chart-point";
    }
}

void draw_mark(SvgWriter& svg, double x, double y, Mark mark, bool excluded) {
    if (excluded || mark == Mark::ordinary)
        svg.open("circle")
            .at("class", excluded ? "chart-excluded" : class_of(mark))
            .at("cx", x)
            .at("cy", y)
            .at("r", excluded ? 3.5 : 3)
            .close();
    else
        svg.open("path").at("class", class_of(mark)).at("d", outline(mark, x, y).data()).close();
}

} // namespace maerkbar::web::chart
