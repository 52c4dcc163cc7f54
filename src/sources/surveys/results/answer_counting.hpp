#pragma once

#include "sources/surveys/results/lattice_plan.hpp"
#include "sources/surveys/survey_store.hpp"
#include "storage/connection.hpp"

namespace maerkbar::surveys::results {

// How long after its week an answer may arrive and still be counted (in the next week that is): a kiosk that
// was offline.
inline constexpr int late_weeks = 26;

// The answers of weeks in [first, last] as they are stored now. Questions are those of the definition.
// What somebody answered for another is counted by itself.
[[nodiscard]] Result<Atoms> count_stored_answers(storage::Connection& connection, TenantId tenant,
                                                 SurveyId survey, const Definition& definition, Date first,
                                                 Date last);

// The atoms of the weeks after `counted`, up to `last`: what is stored now, and in the first of them what
// came late for weeks before. `before` are the atoms as counted of the last late_weeks.
[[nodiscard]] Atoms new_atoms(const Atoms& stored, const Atoms& before, std::optional<Date> counted,
                              Date first_new);

} // namespace maerkbar::surveys::results
