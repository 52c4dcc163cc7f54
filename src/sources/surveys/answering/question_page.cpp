#include "base/translatable.hpp"
#include "sources/surveys/answering/question_fields.hpp"
#include "sources/surveys/answering/respondent_page.hpp"
#include "sources/surveys/definition/answer_check.hpp"
#include "sources/surveys/definition/flow.hpp"
#include "sources/surveys/speech.hpp"
#include "web/url.hpp"

// One question a screen.
namespace maerkbar::surveys::answering {

using namespace web::literals;
using web::Attribute;
using web::Html;
using web::Response;

namespace {

using Shown = std::vector<const Question*>;

// The question that the path names, with all that are shown now. One that is not shown any more leads to
// not_found.
struct Place {
    Shown shown;
    const Question* question = nullptr;
    std::size_t number = 0; // from 1
};

Result<Place> place_in_path(const Visit& visit) {
    const auto name = visit.context.request.parameters.text("question");
    Place place{shown_questions(visit.survey(), visit.answers())};
    for (std::size_t i = 0; i < place.shown.size(); ++i)
        if (place.shown[i]->name == name) {
            place.question = place.shown[i];
            place.number = i + 1;
        }
    if (place.question == nullptr)
        return Error{ErrorKind::not_found, "question.unknown", translatable("This question is not asked.")};
    return place;
}

// Whether pressing the button sends the answer: nothing comes after, whatever is answered here.
bool is_last(const Visit& visit, const Place& place) {
    return place.number == place.shown.size() && !leads_on(visit.survey(), *place.question);
}

Html progress_line(const Visit& visit, const Place& place) {
    Html html = R"(<p class="where"><span>)"_html;
    html << visit.page_language(
                "Question {number} of {count}",
                {{"number", visit.page_language.integer(static_cast<std::int64_t>(place.number))},
                 {"count", visit.page_language.integer(static_cast<std::int64_t>(place.shown.size()))}})
         << R"(</span><progress aria-hidden="true")"_html
         << Attribute{"max", std::to_string(place.shown.size())}
         << Attribute{"value", std::to_string(place.number)} << "></progress></p>"_html;
    return html;
}

// The page's heading of the survey, where the question begins a page with a title.
Html page_title(const Visit& visit, const Question& question) {
    for (const auto& page : visit.survey().pages)
        if (!page.questions.empty() && !page.title.empty() && page.questions.front().name == question.name) {
            Html html = R"(<p class="page-title">)"_html;
            return html << visit.say(page.title) << "</p>"_html;
        }
    return {};
}

Html buttons(const Visit& visit, const Place& place) {
    const auto* back = previous_of(place.shown, place.question->name);
    Html html = R"(<div class="buttons"><button class="go">)"_html;
    html << (is_last(visit, place) ? visit.page_language("Send my answer") : visit.page_language("Next"))
         << "</button>"_html;
    html << R"(<a class="back")"_html
         << Attribute{"href", back == nullptr ? visit.start_path() : visit.path_to(*back)} << ">"_html
         << visit.page_language("Back") << "</a></div>"_html;
    return html;
}

// A player for whoever reads little, where a voice speaks the language. Nothing is loaded before it is
// started.
Html listen(const Visit& visit, const Question& question) {
    if (!Speech::voice(visit.language)) return {};
    const auto address =
        web::with_query("/s/" + visit.link.link.code + "/speech/" + question.name, {{"l", visit.language}});
    Html html = R"(<details class="aloud"><summary>)"_html;
    return html << visit.page_language("Listen to the question")
                << "</summary><audio controls preload=\"none\""_html << Attribute{"src", address}
                << Attribute{"aria-label", visit.page_language("The question read aloud")}
                << R"(></audio></details>)"_html;
}

Response question_response(const Visit& visit, const Place& place, const Answers& filled,
                           const web::parts::FormErrors& errors) {
    const auto& question = *place.question;
    Html heading = "<h1>"_html;
    heading << visit.say(question.title) << "</h1>"_html;
    Html body = progress_line(visit, place);
    body << mistakes(errors, visit.page_language) << page_title(visit, question) << listen(visit, question)
         << "<form method=\"post\" novalidate"_html << Attribute{"action", visit.path_to(question)}
         << ">"_html
         << question_fields(
                {visit.survey(), question, visit.language, visit.page_language, filled, errors, heading})
         << buttons(visit, place) << R"(</form><p class="aside"><a)"_html
         << Attribute{"href", visit.path("/save")} << ">"_html << visit.page_language("Stop and go on later")
         << "</a></p>"_html;
    auto title = visit.page_language(
        "Question {number} of {count}",
        {{"number", std::to_string(place.number)}, {"count", std::to_string(place.shown.size())}});
    if (!errors.empty()) title = visit.page_language("Something has to be changed") + ": " + title;
    return respondent_page(visit, {std::move(title), std::move(body), true, errors.empty() ? 200 : 422});
}

void replace_answers(Visit& visit, const Question& question, const Answers& accepted) {
    auto& answers = visit.progress.answers;
    for (const auto& name : answer_names(question))
        answers.erase(name);
    auto masked = without_personal_numbers(visit.survey(), accepted);
    answers.merge(masked);
}

// Where the answer leads: to the next question, to sending, or to the receipt.
Result<Response> next_page(Visit& visit, const Place& before) {
    const auto shown = shown_questions(visit.survey(), visit.answers());
    if (const auto* next = next_of(shown, before.question->name)) {
        TRY(store_progress(visit));
        return Response::redirect(visit.path_to(*next));
    }
    if (is_last(visit, before)) return send_answers(visit);
    TRY(store_progress(visit));
    return Response::redirect(visit.path("/send"));
}

// An answer that was sent already leads to its receipt, whatever page is sent again.
Result<bool> was_sent(const Visit& visit) {
    return visit.services.database().read([&](storage::Connection& connection) -> Result<bool> {
        return TRY(find_receipt(connection, visit.link.tenant, visit.id)).has_value();
    });
}

} // namespace

Result<Response> question_page(Services& services, web::Context& context) {
    const auto here = TRY(visit(services, context));
    if (here.answers().empty() && TRY(was_sent(here))) return Response::redirect(here.path("/thanks"));
    const auto place = TRY(place_in_path(here));
    return question_response(here, place, here.answers(), {});
}

Result<Response> answer_question(Services& services, web::Context& context) {
    auto here = TRY(visit(services, context));
    if (here.answers().empty() && TRY(was_sent(here))) return Response::redirect(here.path("/thanks"));
    const auto place = TRY(place_in_path(here));
    const auto sent = read_fields(*place.question, context.request.form);
    const auto accepted = accept_question(*place.question, sent);
    if (!accepted.ok()) {
        web::parts::FormErrors errors;
        errors.add(accepted.error().field, here.page_language.error(accepted.error()));
        return question_response(here, place, sent, errors);
    }
    replace_answers(here, *place.question, *accepted);
    return next_page(here, place);
}

} // namespace maerkbar::surveys::answering
