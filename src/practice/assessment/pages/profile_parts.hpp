#pragma once

#include <string>

#include "practice/assessment/pages/visit.hpp"

// What the profile and the report share.
namespace maerkbar::assessment {

// Error: assessment.not_agreed (conflict) before the end of the meeting.
[[nodiscard]] Result<void> require_agreed(const Round& round);
[[nodiscard]] web::Html areas_table(const Standing& standing, const web::Language& language);
// Which rule made the headline.
[[nodiscard]] std::string rule_text(const Standing& standing, const web::Language& language);
// Each item with its points, its value, its reason, and the change since `before` (may be null).
[[nodiscard]] web::Html items_panels(const Standing& standing, const Standing* before,
                                     const web::Language& language);

} // namespace maerkbar::assessment
