#pragma once

#include <string_view>

#include "web/chart/picture.hpp"
#include "web/chart/svg_writer.hpp"

namespace maerkbar::web::chart {

// What the start of every chart says of itself.
struct Heading {
    std::string_view id;
    std::string_view title;
    std::string_view description;
    double width = 0, height = 0;
};

// Opens <svg> with its name and description for screen readers; a standalone file also gets its rules of
// style, a white ground and the title to see. Finish with svg.end("svg").
void open_chart(SvgWriter& svg, const Heading& heading, const Options& options);

// The rules of style of a standalone file: assets/css/chart.css with the light values of
// assets/css/tokens.css.
[[nodiscard]] const std::string& standalone_style();

// The chart that says there is nothing to draw.
[[nodiscard]] std::string empty_chart(const Heading& heading, std::string_view words, const Options& options);

} // namespace maerkbar::web::chart
