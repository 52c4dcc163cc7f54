#pragma once

#include "sources/surveys/asking/visit.hpp"

// The parts of the page of one link.
namespace maerkbar::surveys::asking {

// Power of two waves, for the number of answers in the query or the people asked.
[[nodiscard]] web::Html planning_section(const Visit& visit);
// Answers, people asked and the response rate of AAPOR; nothing that fewer than five answers would tell.
[[nodiscard]] Result<web::Html> response_section(const Visit& visit);

// A kiosk's presses and visitors week by week, odd patterns, and a form for the visitors of a day.
[[nodiscard]] Result<web::Html> kiosk_numbers(const Visit& visit);

} // namespace maerkbar::surveys::asking
