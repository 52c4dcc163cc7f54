#pragma once

#include <string>

#include "web/chart/picture.hpp"

namespace maerkbar::web::chart {

// The chart of a card as one <svg role="img">: band of limits, centre line, target, line, signals and the
// last point.
[[nodiscard]] std::string sparkline(const SparklinePicture& picture);

} // namespace maerkbar::web::chart
