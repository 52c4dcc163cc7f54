#include "sources/surveys/pair_codes.hpp"

#include "base/translatable.hpp"
#include "sources/surveys/definition/code.hpp"
#include "sources/surveys/secrets.hpp"

namespace maerkbar::surveys {

Result<std::vector<std::string>> issue_pair_codes(storage::Transaction& transaction, SurveyId survey,
                                                  std::int64_t count) {
    const auto tenant = transaction.actor().tenant;
    if (count < 1 || count > most_pair_codes_at_once)
        return Error{ErrorKind::invalid,
                     "code.count",
                     translatable("Between 1 and {most} codes can be made at once."),
                     {{"most", std::to_string(most_pair_codes_at_once)}},
                     "count"};
    TRY(read_survey(transaction.connection(), tenant, survey));
    std::vector<std::string> codes;
    while (static_cast<std::int64_t>(codes.size()) < count) {
        auto code = random_code(one_time_length);
        const auto stored = TRY(transaction.connection().execute(
            "insert into survey_pair_code (tenant_id, survey_id, code_hash) values (?, ?, ?) "
            "on conflict do nothing",
            {tenant, survey, pair_code_hash(code)}));
        if (stored > 0) codes.push_back(std::move(code));
    }
    TRY(transaction.audit({"survey.pair_codes_issued", "survey", std::to_string(survey.value),
                           "{\"count\":" + std::to_string(count) + "}"}));
    return codes;
}

Result<std::int64_t> count_pair_codes(storage::Connection& connection, TenantId tenant, SurveyId survey) {
    return connection.number("select count(*) from survey_pair_code where tenant_id = ? and survey_id = ?",
                             {tenant, survey});
}

std::string pair_code_hash(std::string_view code) {
    return one_way("pair code", code);
}

Result<void> check_pair_code(storage::Connection& connection, TenantId tenant, SurveyId survey,
                             std::string_view hash) {
    const auto known = TRY(connection.number(
        "select count(*) from survey_pair_code where tenant_id = ? and survey_id = ? and code_hash = ?",
        {tenant, survey, hash}));
    if (known > 0) return {};
    return Error{ErrorKind::invalid,
                 "code.unknown",
                 translatable("We do not know this code. Look at it again, or ask those who gave it to you."),
                 {},
                 "code"};
}

} // namespace maerkbar::surveys
