#pragma once

#include <functional>
#include <memory>

#include "organisation/unit_tree.hpp"
#include "sources/surveys/results/release_store.hpp"
#include "storage/database.hpp"

namespace maerkbar::surveys::results {

// The Monday of the last week that is over on this day.
[[nodiscard]] Date last_closed_week(Date today);

// Counts the weeks of the survey that are over and not counted yet, then decides, once and for all, what is
// shown of every question in every group that they complete. Answers that came late for a week already
// counted go into the next one. Safe to start again where it stopped.
[[nodiscard]] Result<void> release_survey(storage::Database& database, const storage::Actor& actor,
                                          const organisation::UnitTree& tree, SurveyId survey, Date today);

// All surveys of the actor's tenant. Returns how many had something new.
[[nodiscard]] Result<int> release_all(storage::Database& database, const storage::Actor& actor,
                                      const organisation::UnitTree& tree, Date today);

} // namespace maerkbar::surveys::results
