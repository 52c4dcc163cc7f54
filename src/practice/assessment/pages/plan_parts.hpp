#pragma once

#include "actions/store.hpp"
#include "practice/assessment/pages/visit.hpp"
#include "practice/assessment/rounds/finding_store.hpp"
#include "practice/assessment/rounds/transfer.hpp"

// Findings in the order of their priority, with the actions that came out of the round.
namespace maerkbar::assessment {

struct Ranked {
    Finding finding;
    Priority priority;
};

struct Plan {
    Round round;
    Model model;
    std::vector<Finding> strengths;
    std::vector<Ranked> improvements; // first things first
    std::vector<actions::Action> actions;
    std::vector<Review> reviews;
    std::vector<actions::IndicatorName> indicators;
    std::vector<actions::Owner> owners;
    std::int64_t open_in_unit = 0; // open actions of the unit, from wherever
    bool may_vote = false;         // the reader takes part
};

[[nodiscard]] Result<Plan> read_plan(RoundVisit& visit, Round round);

[[nodiscard]] web::Html strengths_list(const Plan& plan, const web::Language& language);
[[nodiscard]] web::Html improvements_table(const Plan& plan, const web::Language& language);
[[nodiscard]] web::Html actions_table(const RoundVisit& visit, const Plan& plan);

} // namespace maerkbar::assessment
