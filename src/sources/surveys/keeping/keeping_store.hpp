#pragma once

#include <optional>
#include <vector>

#include "sources/surveys/survey_store.hpp"

namespace maerkbar::surveys {

inline constexpr std::int64_t fewest_months = 1;
inline constexpr std::int64_t most_months = 120;

// For how many months answers to a survey are kept; no value: without end.
Result<std::optional<std::int64_t>> read_keeping(storage::Connection& connection, TenantId tenant,
                                                 SurveyId survey);
// Error: keeping.months (invalid) outside fewest_months to most_months.
Result<void> set_keeping(storage::Transaction& transaction, SurveyId survey,
                         std::optional<std::int64_t> months);

struct KeepingRule {
    SurveyId survey;
    std::int64_t months = 0;
};
Result<std::vector<KeepingRule>> keeping_rules(storage::Connection& connection, TenantId tenant);

// The first day of the months that are kept: answers of weeks that ended before it go.
[[nodiscard]] Date kept_from(Date today, std::int64_t months);
// How many answers of the survey are older.
Result<std::int64_t> count_old(storage::Connection& connection, TenantId tenant, SurveyId survey, Date from);
// Deletes some of them, `most` at a time; how many it were. The caller writes the audit entry.
Result<std::int64_t> delete_old(storage::Transaction& transaction, SurveyId survey, Date from,
                                std::int64_t most);

} // namespace maerkbar::surveys
