#pragma once

#include "practice/assessment/pages/outline.hpp"
#include "practice/assessment/pages/plan_parts.hpp"

// What the reports of a round are made of.
namespace maerkbar::assessment {

using TextsByItem = std::map<std::string, ClosedTexts, std::less<>>;

// A round that the group has agreed on, whole.
struct Whole {
    Plan plan;
    Standing standing;
    std::optional<Standing> before; // the round it follows
    std::vector<Participant> participants;
    TextsByItem texts;
    std::string unit; // its name

    [[nodiscard]] const ClosedTexts& texts_of(const ItemStanding& item) const;
};

// The round of the path. Errors: those of seen_round; assessment.not_agreed (conflict) before the end of the
// meeting.
[[nodiscard]] Result<Whole> read_whole(RoundVisit& visit);

// Name and value pairs: who took part, when, on which model.
[[nodiscard]] std::vector<std::pair<std::string, std::string>> process_facts(const Whole& whole,
                                                                             const web::Language& language);
// That the numbers are the group's own view.
[[nodiscard]] std::string caveat_text(const web::Language& language);
// The plan: what, owner, due, status, indicator, outcome.
[[nodiscard]] Grid plan_grid(const Whole& whole, const web::Language& language);
// The whole report with every comment.
[[nodiscard]] Outline report_outline(const Whole& whole, const web::Language& language);

} // namespace maerkbar::assessment
