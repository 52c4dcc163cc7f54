#pragma once

#include <optional>
#include <set>

#include "sources/surveys/link_store.hpp"
#include "storage/database.hpp"

// What is decided once when a wave or a year is over.
namespace maerkbar::surveys::results {

// Waves of the survey none of whose links takes answers after this day.
[[nodiscard]] Result<std::set<WaveId>> waves_over(storage::Connection& connection, TenantId tenant,
                                                  SurveyId survey, Date day);
// The first counted week of those of them that nothing is released of yet.
[[nodiscard]] Result<std::optional<Date>> first_week_of_new_waves(storage::Connection& connection,
                                                                  TenantId tenant, SurveyId survey,
                                                                  const std::set<WaveId>& waves);

struct Over {
    SurveyId survey;
    const Definition& definition;
    const std::set<WaveId>& waves;
    Date last; // the Monday of the last week that is over
};
// Decides how the same persons changed from each baseline to its follow-up, how proxies agree with them, and
// what goes together with the headline in each year, where that has not been decided yet.
[[nodiscard]] Result<void> decide_what_is_over(storage::Database& database, const storage::Actor& actor,
                                               const Over& over);

} // namespace maerkbar::surveys::results
