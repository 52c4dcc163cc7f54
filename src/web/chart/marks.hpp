#pragma once

#include "web/chart/picture.hpp"
#include "web/chart/svg_writer.hpp"

namespace maerkbar::web::chart {

// The sign of one point: dot, diamond, square or triangle; hollow when the point is excluded.
void draw_mark(SvgWriter& svg, double x, double y, Mark mark, bool excluded);

// The class and outline behind a mark, for legends.
[[nodiscard]] const char* class_of(Mark mark);

} // namespace maerkbar::web::chart
