#pragma once

#include "web/html.hpp"

namespace maerkbar::surveys::answering {

// A face of 48 by 48 in the colour of the text, hidden from screen readers, who get the words beside it.
// `step` from 1 (saddest) to `steps`.
[[nodiscard]] web::Html face(int step, int steps);

} // namespace maerkbar::surveys::answering
