#include "sources/surveys/open_text/collecting.hpp"

#include "base/distinct.hpp"
#include "comments/masking.hpp"
#include "comments/words.hpp"
#include "sources/surveys/secrets.hpp"

namespace maerkbar::surveys::open_text {

namespace {

using storage::Connection;
using storage::Row;

constexpr std::size_t shortest_name = 3; // in bytes

std::vector<std::string> open_questions(const Definition& definition) {
    std::vector<std::string> names;
    for (const auto& page : definition.pages)
        for (const auto& question : page.questions)
            if (question.type == QuestionType::open_text) names.push_back(question.name);
    return names;
}

Comment comment_of(const Row& row, SurveyId survey, const Span& span) {
    Comment comment;
    comment.answer_key = row.string(0);
    comment.survey = survey;
    comment.unit = row.id<UnitId>(1);
    comment.contact_point.value = row.optional_integer(2).value_or(0);
    comment.customer_type.value = row.optional_integer(3).value_or(0);
    comment.week = row.day(4);
    if (span.counted && comment.week <= *span.counted) comment.week = *span.counted + 7;
    comment.language = row.string(5);
    return comment;
}

} // namespace

Result<std::vector<std::string>> names_to_mask(Connection& connection, TenantId tenant) {
    std::vector<std::string> names;
    TRY(connection.query("select name from person where tenant_id = ?", {tenant},
                         [&](const Row& row) -> Result<void> {
                             for (auto& word : comments::words_of(row.text(0)))
                                 if (word.size() >= shortest_name) names.push_back(std::move(word));
                             return {};
                         }));
    sort_distinct(names);
    return names;
}

Result<std::vector<Comment>> collect_comments(Connection& connection, TenantId tenant, SurveyId survey,
                                              const Definition& definition, const Span& span) {
    const auto questions = open_questions(definition);
    std::vector<Comment> found;
    if (questions.empty()) return found;
    const auto names = TRY(names_to_mask(connection, tenant));
    TRY(connection.query(
        "select a.key, l.unit_id, l.contact_point_id, l.customer_type_id, a.week, a.language, a.answers from "
        "survey_link l join survey_answer a on a.tenant_id = l.tenant_id and a.link_id = l.id where "
        "l.tenant_id = ? and l.survey_id = ? and a.week >= ? and a.week <= ? and a.answered_by = 'self'",
        {tenant, survey, span.first.days, span.last.days}, [&](const Row& row) -> Result<void> {
            const auto answers = TRY(read_answers(row.text(6)));
            for (const auto& question : questions) {
                const auto* answer = find(answers, question);
                if (answer == nullptr || !answer->answered() || answer->value().empty()) continue;
                auto comment = comment_of(row, survey, span);
                comment.question = question;
                comment.id = one_way("comment", comment.answer_key + "/" + question);
                comment.text = comments::mask_personal_data(answer->value(), names).text;
                found.push_back(std::move(comment));
            }
            return {};
        }));
    return found;
}

} // namespace maerkbar::surveys::open_text
