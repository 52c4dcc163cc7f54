#include "base/translatable.hpp"
#include "comments/mask_words.hpp"
#include "sources/surveys/open_text/pages/pages.hpp"
#include "sources/surveys/open_text/permission.hpp"
#include "sources/surveys/survey_store.hpp"

// /survey-comments/{comment}: one comment, and what is decided about it.
namespace maerkbar::surveys::open_text::pages {

using namespace web::literals;
using organisation::Done;
using organisation::Filled;
using organisation::FormView;
using organisation::Visit;
using web::Html;
namespace parts = web::parts;

namespace {

constexpr const char* reason_texts[] = {
    translatable("Somebody could be recognised"),
    translatable("Abuse"),
    translatable("Has nothing to do with the question"),
    translatable("Something else"),
};
constexpr std::string_view decisions[] = {"shown", "hidden"};

std::vector<parts::Choice> reason_choices(const web::Language& language, const std::string& chosen) {
    std::vector<parts::Choice> choices{{"", language("Choose")}};
    for (const auto reason : all_reasons)
        choices.push_back(
            {std::string(name_of(reason)), reason_words(reason, language), {}, name_of(reason) == chosen});
    return choices;
}

Html decision_field(const web::Language& language, const Comment& comment, const Filled& filled) {
    const auto stored = comment.state == State::hidden ? State::hidden : State::shown;
    const auto chosen = filled.value("decision", name_of(stored));
    return parts::radio_field(
        {filled.label("decision", language("Decision")),
         {{"shown", language("Show it where enough people wrote something"), {}, chosen == "shown"},
          {"hidden", language("Do not show it"), {}, chosen == "hidden"}}},
        language);
}

} // namespace

std::string reason_words(Reason reason, const web::Language& language) {
    return language(reason_texts[static_cast<std::size_t>(reason)]);
}

std::string path_of(const Comment& comment) {
    return "/survey-comments/" + comment.id;
}

Html quoted(const Comment& comment, const web::Language& language) {
    Html html = "<blockquote>"_html;
    const auto text = comments::masks_in_words(comment.text, language);
    std::string_view rest = text;
    while (!rest.empty()) {
        const auto end = std::min(rest.find('\n'), rest.size());
        html << "<p>"_html << rest.substr(0, end) << "</p>"_html;
        rest.remove_prefix(std::min(end + 1, rest.size()));
    }
    return html << "</blockquote>"_html;
}

Result<Asked> asked(Visit& visit, const Comment& comment) {
    return visit.services.database.read([&](storage::Connection& connection) -> Result<Asked> {
        const auto tenant = visit.viewer.tenant();
        const auto survey = TRY(read_survey(connection, tenant, comment.survey));
        const auto definition = TRY(read_version(connection, tenant, comment.survey, survey.published));
        const auto* question = definition.question(comment.question);
        const auto language = visit.language.code();
        return Asked{definition.say(definition.title, language),
                     question == nullptr ? std::string() : definition.say(question->title, language)};
    });
}

Result<Comment> comment_in_path(Visit& visit) {
    const auto id = visit.context.request.parameters.text("comment");
    auto comment = TRY(visit.services.database.read([&](storage::Connection& connection) {
        return read_comment(connection, visit.viewer.tenant(), id);
    }));
    if (!visit.viewer.may(may_moderate, comment.unit))
        return Error{ErrorKind::not_found, "comment.unknown", translatable("There is no such comment.")};
    return comment;
}

Result<FormView> decide_form(Visit& visit, const Filled& filled) {
    const auto& language = visit.language;
    const auto comment = TRY(comment_in_path(visit));
    const auto about = TRY(asked(visit, comment));
    const auto reason = comment.reason ? name_of(*comment.reason) : std::string_view();
    Html fields = parts::text_area(
        {filled.optional("text", about.question,
                         language("Take words out, or write [name] or [place] instead. Nothing else can be "
                                  "changed.")),
         filled.value("text", comments::masks_in_words(comment.text, language)), 6},
        language);
    fields << decision_field(language, comment, filled)
           << parts::select_field({filled.optional("reason", language("Why it is not shown")),
                                   reason_choices(language, filled.value("reason", reason))},
                                  language);
    FormView view;
    view.title = language("One comment");
    view.help = about.survey;
    view.button = language("Save");
    view.fields = std::move(fields);
    view.crumbs = {{language("Comments to read"), "/survey-comments"}};
    view.cancel = "/survey-comments";
    return view;
}

// Without a text it stays as it is.
Result<Done> send_decision(Visit& visit, web::Form& form) {
    const auto comment = TRY(comment_in_path(visit));
    Decision decision;
    decision.state = state_named(form.choice("decision", decisions)).value_or(State::shown);
    decision.reason = reason_named(form.text("reason"));
    decision.text = comments::masks_as_codes(form.text("text", 20'000), visit.language);
    if (decision.text.empty()) decision.text = comment.text;
    if (!form.ok()) return form.errors().front();
    TRY(visit.services.database.write(visit.viewer.actor, [&](storage::Transaction& transaction) {
        return decide_comment(transaction, comment, decision);
    }));
    return Done{"/survey-comments"};
}

} // namespace maerkbar::surveys::open_text::pages
