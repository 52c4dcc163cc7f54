#pragma once

#include <optional>
#include <string>
#include <vector>

#include "sources/surveys/survey_store.hpp"
#include "storage/transaction.hpp"

namespace maerkbar::surveys::follow_ups {

// When answers of a survey are followed up, by whom and how soon.
struct Rule {
    SurveyId survey = {};
    std::string question = {}; // on a scale
    int at_most = 2;           // this step and those below it are low
    int share = 30; // percent of low answers in a month that make a pattern, where single ones stay unseen
    int days = 14;  // until it is to be done
    PersonId owner = {};
    Instant looked_at = {}; // answers received until then have been looked through
};
inline constexpr int most_days = 365;

[[nodiscard]] Result<std::optional<Rule>> read_rule(storage::Connection& connection, TenantId tenant,
                                                    SurveyId survey);
[[nodiscard]] Result<std::vector<Rule>> list_rules(storage::Connection& connection, TenantId tenant);
// Counts for answers from now on. Errors (invalid): follow_up.question, where it is no question on a scale of
// the survey; follow_up.step.
[[nodiscard]] Result<void> save_rule(storage::Transaction& transaction, const Rule& rule);
[[nodiscard]] Result<void> delete_rule(storage::Transaction& transaction, SurveyId survey);

} // namespace maerkbar::surveys::follow_ups
