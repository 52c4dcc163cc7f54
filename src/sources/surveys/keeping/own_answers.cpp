#include "sources/surveys/keeping/own_answers.hpp"

#include "base/local_time.hpp"
#include "sources/surveys/survey_codes.hpp"

namespace maerkbar::surveys {

namespace {

using storage::Connection;
using storage::Row;

Result<OwnAnswer> answer_of(const Row& row, const SurveyLink& link) {
    OwnAnswer answer;
    answer.link = link;
    answer.version = row.integer(0);
    answer.language = row.string(1);
    if (!row.is_null(2)) answer.received = local_day(row.instant(2));
    answer.answers = TRY(read_answers(row.string(3)));
    return answer;
}

} // namespace

Result<std::optional<OwnAnswers>> find_own_answers(Connection& connection, TenantId tenant,
                                                   std::string_view code) {
    const auto hash = code_hash(code);
    const auto link = TRY(link_of_code(connection, tenant, hash));
    if (!link) return std::optional<OwnAnswers>();
    OwnAnswers own;
    own.link = TRY(read_link(connection, tenant, *link));
    own.used = TRY(connection.number("select used from survey_code where tenant_id = ? and code_hash = ?",
                                     {tenant, hash})) > 0;
    own.answers =
        TRY(connection.all("select version, language, received_at, answers from survey_answer where "
                           "tenant_id = ? and link_id = ? "
                           "and respondent = ? order by received_at",
                           {tenant, *link, hash}, [&](const Row& row) { return answer_of(row, own.link); }));
    return std::optional(std::move(own));
}

Result<std::int64_t> delete_own_answers(storage::Transaction& transaction, TenantId tenant,
                                        std::string_view code) {
    const auto hash = code_hash(code);
    auto& connection = transaction.connection();
    const auto link = TRY(link_of_code(connection, tenant, hash));
    if (!link) return 0;
    const auto deleted = TRY(
        connection.execute("delete from survey_answer where tenant_id = ? and link_id = ? and respondent = ?",
                           {tenant, *link, hash}));
    if (deleted > 0)
        TRY(transaction.audit({"survey_link.answer_withdrawn", "survey_link", std::to_string(link->value)}));
    return deleted;
}

} // namespace maerkbar::surveys
