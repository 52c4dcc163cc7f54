#pragma once

#include <string>
#include <string_view>

#include "measurement/definition.hpp"
#include "sources/surveys/results/figures.hpp"
#include "sources/surveys/results/lattice_plan.hpp"
#include "sources/surveys/survey_store.hpp"

namespace maerkbar::surveys::results {

inline constexpr std::string_view source_name = "survey_answers";

// What an indicator on survey answers asks for.
struct Slice {
    SurveyId survey;
    std::string question;
    std::string contact_point = {}; // its name; empty: all
    std::string customer_type = {};
    bool mean = false; // otherwise a share
    double least = 0;  // of a share: answers worth this much and more
};
// Errors (invalid): survey.slice_filter, survey.slice_measure, with the field. An indicator names one
// question, perhaps a contact point or customer type, and counts a mean or the share of answers at or above a
// step.
[[nodiscard]] Result<Slice> slice_of(const measurement::Definition& definition);
// The question of a survey as indicators name it: "3/satisfied". In the list to choose from its title follows
// after a colon.
[[nodiscard]] std::string code_of(SurveyId survey, std::string_view question);
// The releases that give such a figure for periods of this length; nothing where there are none.
[[nodiscard]] std::optional<GroupKind> group_kind_of(const Slice& slice, PeriodKind kind);
[[nodiscard]] Period period_of(const GroupKey& group);

// The indicator on a question as this program proposes it: the share of favourable answers by month, or by
// quarter at a contact point.
[[nodiscard]] measurement::Definition proposed_indicator(SurveyId survey, const Definition& survey_definition,
                                                         const CountedQuestion& question,
                                                         std::string_view contact_point = {});

} // namespace maerkbar::surveys::results
