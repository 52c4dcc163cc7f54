#include "actions/store.hpp"
#include "sources/surveys/follow_ups/pages/pages.hpp"
#include "sources/surveys/follow_ups/rule_store.hpp"
#include "sources/surveys/permission.hpp"
#include "sources/surveys/results/counted_question.hpp"

// /surveys/{survey}/follow-up: which answers somebody looks after.
namespace maerkbar::surveys::follow_ups::pages {

using organisation::Done;
using organisation::Filled;
using organisation::FormView;
using organisation::Visit;
using web::Html;
namespace parts = web::parts;

namespace {

std::string path_of(SurveyId survey) {
    return "/surveys/" + std::to_string(survey.value);
}

// The survey of the path and its rule, or a new one.
struct Ruled {
    Survey survey;
    Rule rule;
    bool stored = false;
};

Result<Ruled> ruled(Visit& visit) {
    const auto id = TRY(visit.context.request.parameters.id<SurveyId>("survey"));
    return visit.services.database.read([&](storage::Connection& connection) -> Result<Ruled> {
        Ruled found{TRY(read_survey(connection, visit.viewer.tenant(), id)), {}};
        const auto stored = TRY(read_rule(connection, visit.viewer.tenant(), id));
        found.stored = stored.has_value();
        found.rule = stored.value_or(Rule{id});
        if (!stored) {
            if (const auto first = results::headline(found.survey.draft)) found.rule.question = first->name;
            found.rule.owner = visit.viewer.actor.person;
        }
        return found;
    });
}

std::vector<parts::Choice> questions_of(const Visit& visit, const Definition& survey,
                                        const std::string& chosen) {
    std::vector<parts::Choice> choices;
    for (const auto& question : results::counted_questions(survey))
        if (question.kind == results::CountedKind::scale)
            choices.push_back({question.name,
                               survey.say(question.question->title, visit.language.code()),
                               {},
                               question.name == chosen});
    return choices;
}

Result<std::vector<parts::Choice>> owners(Visit& visit, const std::string& chosen) {
    const auto& viewer = visit.viewer;
    return visit.services.database.read(
        [&](storage::Connection& connection) -> Result<std::vector<parts::Choice>> {
            std::vector<parts::Choice> choices;
            const auto top = viewer.scope(may_manage).entries(*viewer.tree, viewer.today);
            if (top.empty()) return choices;
            for (const auto& owner : TRY(actions::possible_owners(connection, viewer.tenant(), *viewer.tree,
                                                                  top.front(), viewer.today))) {
                const auto id = std::to_string(owner.person.value);
                choices.push_back({id, owner.name, {}, id == chosen});
            }
            return choices;
        });
}

Html number_field(const Visit& visit, parts::Label label, std::string value) {
    return parts::text_field({.label = std::move(label),
                              .value = std::move(value),
                              .width = parts::FieldWidth::narrow,
                              .input_mode = "numeric"},
                             visit.language);
}

} // namespace

Result<FormView> rule_form(Visit& visit, const Filled& filled) {
    TRY(visit.viewer.require_everywhere(may_manage));
    const auto& language = visit.language;
    const auto found = TRY(ruled(visit));
    const auto& rule = found.rule;
    Html fields =
        parts::checkbox("active", language("Follow up low answers"), filled.checked("active", found.stored));
    fields << parts::select_field(
                  {filled.label("question", language("Question")),
                   questions_of(visit, found.survey.draft, filled.value("question", rule.question))},
                  language)
           << number_field(
                  visit,
                  filled.label("at_most", language("Low is this step and below"),
                               language("1 is the worst. Low answers in linked and confidential mode are "
                                        "followed up one by one.")),
                  filled.value("at_most", std::to_string(rule.at_most)))
           << number_field(
                  visit,
                  filled.label("share", language("Percent of low answers in a month"),
                               language("Anonymous answers stay unseen. There an action is opened when so "
                                        "many of a released month are low.")),
                  filled.value("share", std::to_string(rule.share)))
           << number_field(visit, filled.label("days", language("Days until it is to be done")),
                           filled.value("days", std::to_string(rule.days)))
           << parts::select_field(
                  {filled.label("owner", language("Who looks after it")),
                   TRY(owners(visit, filled.value("owner", std::to_string(rule.owner.value))))},
                  language);
    FormView view;
    view.title = language("Follow up dissatisfied users");
    view.help = found.survey.draft.say(found.survey.draft.title, language.code());
    view.button = language("Save");
    view.fields = std::move(fields);
    view.crumbs = {{language("Surveys"), "/surveys"}};
    view.cancel = path_of(found.survey.id);
    return view;
}

Result<Done> send_rule(Visit& visit, web::Form& form) {
    TRY(visit.viewer.require_everywhere(may_manage));
    auto rule = TRY(ruled(visit)).rule;
    const bool active = form.checked("active");
    if (active) {
        rule.question = form.text("question");
        rule.at_most = static_cast<int>(form.required_integer("at_most", 0, 10));
        rule.share = static_cast<int>(form.required_integer("share", 1, 100));
        rule.days = static_cast<int>(form.required_integer("days", 1, most_days));
        rule.owner = form.required_id<PersonId>("owner");
    }
    if (!form.ok()) return form.errors().front();
    TRY(visit.services.database.write(visit.viewer.actor, [&](storage::Transaction& transaction) {
        return active ? save_rule(transaction, rule) : delete_rule(transaction, rule.survey);
    }));
    return Done{path_of(rule.survey), rule.survey.value};
}

Result<web::Response> rule_json(Visit& visit) {
    TRY(visit.viewer.require_everywhere(may_manage));
    const auto found = TRY(ruled(visit));
    JsonWriter json;
    json.begin_object()
        .member("survey", found.survey.id)
        .member("active", found.stored)
        .member("question", found.rule.question)
        .member("at_most", found.rule.at_most)
        .member("share", found.rule.share)
        .member("days", found.rule.days)
        .member("owner", found.rule.owner)
        .end_object();
    return web::Response::json(std::move(json).text());
}

} // namespace maerkbar::surveys::follow_ups::pages
