#pragma once

#include "measurement/pages/subject.hpp"

namespace maerkbar::measurement::pages {

// The units below side by side: value, interval, target and what lies behind. Nothing where there are none.
[[nodiscard]] Result<web::Html> comparison(Visit& visit, const Subject& subject);

} // namespace maerkbar::measurement::pages
