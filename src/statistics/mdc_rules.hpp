#pragma once

#include <span>

#include "statistics/making_data_count.hpp"

namespace maerkbar::statistics {

// Sets the cause of each point of one group from its value, place and neighbours.
void find_special_causes(std::span<MdcPoint> points);

} // namespace maerkbar::statistics
