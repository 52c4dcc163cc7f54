#pragma once

#include <string>

#include "practice/assessment/pages/visit.hpp"

// What the profile and the report share.
namespace maerkbar::assessment {

// Error: assessment.not_agreed (conflict) before the end of the meeting.
[[nodiscard]] Result<void> require_agreed(const Round& round);
[[nodiscard]] web::Html areas_table(const Standing& standing, const web::Language& language);
// Ways to the other models that this one's items correspond to.
[[nodiscard]] web::Html through_links(const Standing& standing, const std::vector<Model>& all,
                                      const web::Language& language);
// Which rule made the headline.
[[nodiscard]] std::string rule_text(const Standing& standing, const web::Language& language);
// What the panels of items show.
struct Panels {
    const Standing& standing;
    const web::Language& language;
    const Standing* before = nullptr;                                       // for the change since
    const std::map<std::string, ClosedTexts, std::less<>>* texts = nullptr; // what people wrote
};
// Each item with its points, its value and its reason.
[[nodiscard]] web::Html items_panels(const Panels& panels);

} // namespace maerkbar::assessment
