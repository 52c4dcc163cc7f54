#include "sources/surveys/follow_ups/rule_store.hpp"

#include "base/translatable.hpp"
#include "sources/surveys/results/counted_question.hpp"

namespace maerkbar::surveys::follow_ups {

namespace {

using storage::Connection;
using storage::Row;
using storage::Transaction;

constexpr std::string_view columns =
    "select survey_id, question, at_most, share, days, owner_id, looked_at from survey_follow_up where "
    "tenant_id "
    "= ?";

Rule rule_of(const Row& row) {
    Rule rule{row.id<SurveyId>(0), row.string(1)};
    rule.at_most = static_cast<int>(row.integer(2));
    rule.share = static_cast<int>(row.integer(3));
    rule.days = static_cast<int>(row.integer(4));
    rule.owner = row.id<PersonId>(5);
    rule.looked_at = row.instant(6);
    return rule;
}

Result<void> check(Connection& connection, TenantId tenant, const Rule& rule) {
    const auto survey = TRY(read_survey(connection, tenant, rule.survey));
    const auto question = results::counted_question(survey.draft, rule.question);
    if (!question || question->kind != results::CountedKind::scale)
        return Error{ErrorKind::invalid,
                     "follow_up.question",
                     translatable("Choose a question on a scale."),
                     {},
                     "question"};
    const auto highest = question->lowest + static_cast<int>(question->values.size()) - 1;
    if (rule.at_most < question->lowest || rule.at_most >= highest)
        return Error{ErrorKind::invalid,
                     "follow_up.step",
                     translatable("The limit is a step of the scale below the best one."),
                     {},
                     "at_most"};
    return {};
}

} // namespace

Result<std::optional<Rule>> read_rule(Connection& connection, TenantId tenant, SurveyId survey) {
    return connection.first(std::string(columns) + " and survey_id = ?", {tenant, survey}, rule_of);
}

Result<std::vector<Rule>> list_rules(Connection& connection, TenantId tenant) {
    return connection.all(std::string(columns) + " order by survey_id", {tenant}, rule_of);
}

Result<void> save_rule(Transaction& transaction, const Rule& rule) {
    const auto tenant = transaction.actor().tenant;
    auto& connection = transaction.connection();
    TRY(check(connection, tenant, rule));
    TRY(connection.execute(
        "insert into survey_follow_up (tenant_id, survey_id, question, at_most, share, days, owner_id, "
        "looked_at) "
        "values (?, ?, ?, ?, ?, ?, ?, ?) on conflict (tenant_id, survey_id) do update set question = "
        "excluded.question, at_most = excluded.at_most, share = excluded.share, days = excluded.days, "
        "owner_id = "
        "excluded.owner_id",
        {tenant, rule.survey, rule.question, rule.at_most, rule.share, rule.days, rule.owner,
         transaction.now()}));
    return transaction.audit({"survey.follow_up_set", "survey", std::to_string(rule.survey.value)});
}

Result<void> delete_rule(Transaction& transaction, SurveyId survey) {
    TRY(transaction.connection().execute("delete from survey_follow_up where tenant_id = ? and survey_id = ?",
                                         {transaction.actor().tenant, survey}));
    return transaction.audit({"survey.follow_up_ended", "survey", std::to_string(survey.value)});
}

} // namespace maerkbar::surveys::follow_ups
