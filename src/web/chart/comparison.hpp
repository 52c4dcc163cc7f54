#pragma once

#include <string>

#include "web/chart/picture.hpp"

namespace maerkbar::web::chart {

// Units under each other: a dot with its interval each, the target and the whole as vertical lines, values in
// words at the right. Rows keep the order given; a row without value says so with a dash.
[[nodiscard]] std::string comparison(const ComparisonPicture& picture, const Words& words,
                                     Options options = {});

} // namespace maerkbar::web::chart
