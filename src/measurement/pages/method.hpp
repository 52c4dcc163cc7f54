#pragma once

#include "measurement/pages/pictures.hpp"
#include "web/html.hpp"

namespace maerkbar::measurement::pages {

// "How this was judged": chart, constants, phases and false alarms, for whoever wants to check. Nothing where
// there is no chart.
[[nodiscard]] web::Html method(const Drawing& drawing);

} // namespace maerkbar::measurement::pages
