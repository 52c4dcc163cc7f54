#pragma once

#include <span>

#include "web/chart/layout.hpp"
#include "web/chart/svg_writer.hpp"

namespace maerkbar::web::chart {

// Draws each entry's sign as it looks in the chart, and its word.
void draw_legend(SvgWriter& svg, std::span<const LegendItem> items);

} // namespace maerkbar::web::chart
