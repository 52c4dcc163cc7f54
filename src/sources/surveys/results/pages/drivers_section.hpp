#pragma once

#include "sources/surveys/results/pages/visit.hpp"

namespace maerkbar::surveys::results::pages {

// What goes together with the survey's main question, in the last year that is over; nothing where that is
// not known, or the unit does not hold the whole survey.
[[nodiscard]] Result<web::Html> drivers_section(Visit& visit, const Subject& subject);

} // namespace maerkbar::surveys::results::pages
