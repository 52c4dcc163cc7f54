#pragma once

#include "web/html.hpp"

// Signs of 16 by 16, drawn in the colour of the text beside them and hidden from screen readers, who get the
// words.
namespace maerkbar::web::parts {

enum class Icon {
    check,
    cross,
    wave,     // on either side, undecided
    diamond,  // better: the same sign as in the charts
    square,   // worse: the same
    triangle, // changed, where neither direction is better: the same
    line,     // unchanged
    dots,     // few data
    circle,   // no data
    shield,   // will hold
    barred,   // will not
    information,
    warning,
};

[[nodiscard]] Html icon(Icon icon);

} // namespace maerkbar::web::parts
