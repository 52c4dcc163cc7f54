#include "sources/surveys/past_answers.hpp"

#include "base/period.hpp"
#include "sources/surveys/secrets.hpp"
#include "sources/surveys/submission.hpp"

namespace maerkbar::surveys {

Result<void> store_past_answers(storage::Transaction& transaction, LinkId link, std::int64_t version,
                                const std::vector<PastAnswer>& answers) {
    auto& connection = transaction.connection();
    const auto tenant = transaction.actor().tenant;
    const auto survey = TRY(read_link(connection, tenant, link)).survey;
    const auto definition = TRY(read_version(connection, tenant, survey, version));
    const std::string language(definition.main_language());
    for (const auto& answer : answers)
        TRY(connection.execute(
            "insert into survey_answer (tenant_id, key, link_id, version, language, way, week, answers, "
            "oddity, "
            "answered_by, whose_view, help, pair) values (?, ?, ?, ?, ?, 'api', ?, ?, '', ?, ?, ?, ?)",
            {tenant, one_way("answer", new_submission_id()), link, version, language,
             Period::containing(PeriodKind::week, answer.week).first.days,
             write_answers(without_personal_numbers(definition, answer.answers)), name_of(answer.proxy.by),
             name_of(answer.proxy.view), name_of(answer.proxy.help),
             answer.pair.empty() ? std::nullopt : std::optional(answer.pair)}));
    return transaction.audit({"survey.answers_taken_over", "survey_link", std::to_string(link.value)});
}

} // namespace maerkbar::surveys
