#include "sources/surveys/keeping/keeping_store.hpp"

#include <algorithm>

#include "base/period.hpp"
#include "base/translatable.hpp"

namespace maerkbar::surveys {

namespace {

using storage::Connection;
using storage::Row;
using storage::Transaction;

constexpr std::string_view old_answers =
    " from survey_answer where tenant_id = ? and week < ? and link_id in (select id from survey_link where "
    "tenant_id = ? and survey_id = ?)";

// A week is over before a day if its Monday is at least seven days earlier.
std::int64_t monday_before(Date from) {
    constexpr std::int32_t days_of_other_weekdays = 6;
    return from.days - days_of_other_weekdays;
}

} // namespace

Result<std::optional<std::int64_t>> read_keeping(Connection& connection, TenantId tenant, SurveyId survey) {
    return connection.first("select months from survey_keeping where tenant_id = ? and survey_id = ?",
                            {tenant, survey}, [](const Row& row) { return row.integer(0); });
}

Result<void> set_keeping(Transaction& transaction, SurveyId survey, std::optional<std::int64_t> months) {
    const auto tenant = transaction.actor().tenant;
    if (months && (*months < fewest_months || *months > most_months))
        return Error{ErrorKind::invalid,
                     "keeping.months",
                     translatable("Answers are kept for 1 to 120 months, or without end."),
                     {},
                     "months"};
    auto& connection = transaction.connection();
    TRY(connection.execute("delete from survey_keeping where tenant_id = ? and survey_id = ?",
                           {tenant, survey}));
    if (months)
        TRY(connection.execute("insert into survey_keeping (tenant_id, survey_id, months) values (?, ?, ?)",
                               {tenant, survey, *months}));
    const auto details = months ? "{\"months\":" + std::to_string(*months) + "}" : std::string("{}");
    return transaction.audit({"survey.keeping_changed", "survey", std::to_string(survey.value), details});
}

Result<std::vector<KeepingRule>> keeping_rules(Connection& connection, TenantId tenant) {
    return connection.all(
        "select survey_id, months from survey_keeping where tenant_id = ? order by survey_id", {tenant},
        [](const Row& row) {
            return KeepingRule{row.id<SurveyId>(0), row.integer(1)};
        });
}

Date kept_from(Date today, std::int64_t months) {
    auto month = Period::containing(PeriodKind::month, today);
    for (std::int64_t i = 0; i < months; ++i)
        month = month.previous();
    // The 31st of a shorter month is its last day.
    return std::min(month.first + (today.day() - 1), month.last());
}

Result<std::int64_t> count_old(Connection& connection, TenantId tenant, SurveyId survey, Date from) {
    return connection.number("select count(*)" + std::string(old_answers),
                             {tenant, monday_before(from), tenant, survey});
}

Result<std::int64_t> delete_old(Transaction& transaction, SurveyId survey, Date from, std::int64_t most) {
    const auto tenant = transaction.actor().tenant;
    return transaction.connection().execute(
        "delete from survey_answer where tenant_id = ? and key in (select key" + std::string(old_answers) +
            " limit ?)",
        {tenant, tenant, monday_before(from), tenant, survey, most});
}

} // namespace maerkbar::surveys
