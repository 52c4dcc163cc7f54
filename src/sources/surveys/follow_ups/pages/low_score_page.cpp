#include "base/translatable.hpp"
#include "comments/mask_words.hpp"
#include "comments/masking.hpp"
#include "sources/surveys/definition/piping.hpp"
#include "sources/surveys/definition/scale_words.hpp"
#include "sources/surveys/follow_ups/pages/pages.hpp"
#include "sources/surveys/link_store.hpp"
#include "sources/surveys/open_text/collecting.hpp"
#include "sources/surveys/permission.hpp"

// GET /survey-low-scores/{answer}: the answer that an action is about.
namespace maerkbar::surveys::follow_ups::pages {

using organisation::Visit;
using web::Html;
using web::Response;
namespace parts = web::parts;

namespace {

struct LowScore {
    SurveyLink link;
    Definition definition;
    Answers answers;
    std::int64_t action = 0;
    std::vector<std::string> names; // of people who work here
};

Error unknown() {
    return {ErrorKind::not_found, "low_score.unknown",
            translatable("There is no such answer, or you may not see it.")};
}

Result<LowScore> low_score(storage::Connection& connection, TenantId tenant, const std::string& key) {
    LowScore found;
    std::int64_t version = 0;
    const auto row = TRY(connection.first(
        "select a.link_id, a.version, a.answers, s.action_id from survey_low_score s join survey_answer a on "
        "a.tenant_id = s.tenant_id and a.key = s.answer_key where s.tenant_id = ? and s.answer_key = ?",
        {tenant, key}, [&](const storage::Row& one) -> Result<LinkId> {
            version = one.integer(1);
            found.answers = TRY(read_answers(one.text(2)));
            found.action = one.integer(3);
            return one.id<LinkId>(0);
        }));
    if (!row) return unknown();
    found.link = TRY(read_link(connection, tenant, *row));
    found.definition = TRY(read_version(connection, tenant, found.link.survey, version));
    found.names = TRY(open_text::names_to_mask(connection, tenant));
    return found;
}

std::string words_for(const LowScore& found, const std::string& name, const Answer& answer,
                      const web::Language& language) {
    if (answer.missing != Missing::none) return std::string(missing_words(answer.missing, language.code()));
    const auto said = answer_words(found.definition, name, answer, std::string(language.code()));
    return comments::masks_in_words(comments::mask_personal_data(said, found.names).text, language);
}

Html answers_of(const LowScore& found, const web::Language& language) {
    std::vector<parts::Fact> facts;
    for (const auto& page : found.definition.pages)
        for (const auto& question : page.questions)
            for (const auto& name : answer_names(question))
                if (const auto* answer = find(found.answers, name))
                    facts.push_back({found.definition.say(question.title, language.code()),
                                     organisation::words(words_for(found, name, *answer, language))});
    return parts::fact_list(facts);
}

} // namespace

Result<Response> low_score_page(Visit& visit) {
    const auto& language = visit.language;
    const auto key = visit.context.request.parameters.text("answer");
    const auto found = TRY(visit.services.database.read(
        [&](storage::Connection& connection) { return low_score(connection, visit.viewer.tenant(), key); }));
    const auto needed = found.link.mode == Mode::linked ? may_manage : may_export;
    if (!visit.viewer.may(needed, found.link.unit)) return unknown();
    TRY(visit.services.database.write(visit.viewer.actor, [&](storage::Transaction& transaction) {
        return transaction.audit({"survey.answer_read", "action", std::to_string(found.action)});
    }));
    auto info = organisation::info_of(visit, language("An answer to follow up"),
                                      found.definition.say(found.definition.title, language.code()),
                                      {{language("Actions"), "/actions"}});
    Html body = organisation::words(organisation::unit_name(visit, found.link.unit));
    body << answers_of(found, language)
         << parts::button_row(
                {parts::button_link(language("To the action"), "/actions/" + std::to_string(found.action))});
    return organisation::page_of(info, body);
}

} // namespace maerkbar::surveys::follow_ups::pages
