#pragma once

#include <string>

#include "app/chart/output.hpp"

namespace maerkbar::app_chart {

// What the chart says, in the reader's language and never more certain than the data: the latest value,
// whether anything but ordinary variation is seen and where, and what that means for the target.
std::string sentence(const ChartedSeries& series, const OutputContext& context);

} // namespace maerkbar::app_chart
