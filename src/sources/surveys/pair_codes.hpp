#pragma once

#include <string>
#include <vector>

#include "sources/surveys/survey_store.hpp"

// Codes that are given out, one to a person for all waves of a survey, so that their answers can be paired.
// Who got which is nowhere: the list knows only which codes there are.
namespace maerkbar::surveys {

inline constexpr std::int64_t most_pair_codes_at_once = 5000;

// New codes as read_code() gives them, shown once; only hashes are kept. Error: code.count (invalid).
Result<std::vector<std::string>> issue_pair_codes(storage::Transaction& transaction, SurveyId survey,
                                                  std::int64_t count);
Result<std::int64_t> count_pair_codes(storage::Connection& connection, TenantId tenant, SurveyId survey);

[[nodiscard]] std::string pair_code_hash(std::string_view code);
// Error: code.unknown, where this code was not given out for the survey.
Result<void> check_pair_code(storage::Connection& connection, TenantId tenant, SurveyId survey,
                             std::string_view hash);

} // namespace maerkbar::surveys
