#pragma once

#include <functional>
#include <string_view>
#include <vector>

#include "app/chart/output.hpp"

namespace maerkbar::app_chart {

// Charts every series with `threads` threads and gives the output in pieces, in the order of the series'
// names. Returns what went wrong with single series (the first ten); the others are written all the same.
std::vector<Error> draw_all(const Facets& facets, const OutputContext& context, unsigned threads,
                            const std::function<void(std::string_view)>& write);

} // namespace maerkbar::app_chart
