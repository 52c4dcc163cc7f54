#pragma once

#include <string>

#include "web/chart/picture.hpp"

namespace maerkbar::web::chart {

// A control or run chart as an <svg> element: line with gaps, stepped limits, centre line per phase, target
// steps, signals by shape and colour, notes, axes with the language's numbers, the last value and a legend in
// words. Colours come from classes (assets/css/chart.css). With no finite point it is a picture that says so.
[[nodiscard]] std::string control_chart(const ControlChartPicture& picture, const Words& words,
                                        Options options = {});

} // namespace maerkbar::web::chart
