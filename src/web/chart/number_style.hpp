#pragma once

#include <string>

namespace maerkbar::web::chart {

// How a number of one chart is written: 0.874 with factor 100, no decimals and suffix " %" becomes "87 %".
// Filled from the reader's language by the caller; the defaults are Danish.
struct NumberStyle {
    std::string decimal_mark = ",";
    std::string group_mark = ".";
    double factor = 1;
    int decimals = 0;
    std::string suffix = {}; // with its own leading space (no-break, U+00A0) where the language wants one
};

// The number in that style with the true minus sign (U+2212); an empty text for a number that is not finite.
[[nodiscard]] std::string format(const NumberStyle& style, double value);

} // namespace maerkbar::web::chart
