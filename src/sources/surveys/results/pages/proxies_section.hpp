#pragma once

#include "sources/surveys/results/pages/selection.hpp"

namespace maerkbar::surveys::results::pages {

// How those who answer for somebody agree with the persons themselves, in the wave or year decided last;
// nothing where nobody could be paired, or the unit does not hold the whole survey.
[[nodiscard]] Result<web::Html> proxies_section(Visit& visit, const Subject& subject, View view);

} // namespace maerkbar::surveys::results::pages
