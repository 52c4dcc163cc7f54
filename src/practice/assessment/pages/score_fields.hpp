#pragma once

#include <string>
#include <vector>

#include "organisation/form_page.hpp"
#include "practice/assessment/pages/scorer.hpp"
#include "practice/assessment/pages/words.hpp"

// The parts of the page on which one item is scored.
namespace maerkbar::assessment {

struct ScoredItem {
    Standing standing;
    std::size_t position = 0;
    Answer answer = {};    // one's own so far
    std::int64_t seen = 0; // when it was saved; 0: not yet
    std::optional<double> last_time = {};
    std::string last_reason = {};
    std::vector<IndicatorEvidence> evidence = {}; // for results: what the unit's indicators say

    [[nodiscard]] const ItemStanding& item() const { return standing.items[position]; }
};

// "score" or "score-plan".
[[nodiscard]] std::string field_of(std::string_view aspect);

// What is asked, what it means here, examples, and what the group said last time.
[[nodiscard]] web::Html question_part(const ScorerVisit& visit, const ScoredItem& scored);
// Score or steps, blank, strengths, improvements, evidence, link.
[[nodiscard]] web::Html answer_fields(const ScorerVisit& visit, const ScoredItem& scored,
                                      const organisation::Filled& filled);

} // namespace maerkbar::assessment
