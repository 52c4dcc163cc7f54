#include "base/translatable.hpp"
#include "sources/surveys/answering/question_fields.hpp"
#include "sources/surveys/answering/question_screen.hpp"
#include "sources/surveys/answering/respondent_page.hpp"
#include "sources/surveys/definition/answer_check.hpp"
#include "sources/surveys/definition/flow.hpp"

// One question a screen.
namespace maerkbar::surveys::answering {

using web::Response;

namespace {

using Shown = std::vector<const Question*>;

// The question that the path names, with all that are shown now. One that is not shown any more leads to
// not_found.
struct Place {
    Shown shown;
    const Question* question = nullptr;
    std::size_t position = 0; // among those shown, from 1
    std::size_t number = 0;   // among those that ask something, from 1; at a text to read, of those before
    std::size_t count = 0;    // of them
};

Result<Place> place_in_path(const Visit& visit) {
    const auto name = visit.context.request.parameters.text("question");
    Place place{shown_questions(visit.survey(), visit.answers())};
    for (std::size_t i = 0; i < place.shown.size(); ++i) {
        if (is_asked(place.shown[i])) ++place.count;
        if (place.shown[i]->name != name) continue;
        place.question = place.shown[i];
        place.position = i + 1;
        place.number = place.count;
    }
    if (place.question == nullptr)
        return Error{ErrorKind::not_found, "question.unknown", translatable("This question is not asked.")};
    return place;
}

// Whether pressing the button sends the answer: nothing comes after, whatever is answered here.
bool is_last(const Visit& visit, const Place& place) {
    return place.position == place.shown.size() && !leads_on(visit.survey(), *place.question);
}

Response question_response(const Visit& visit, const Place& place, const Answers& filled,
                           const web::parts::FormErrors& errors) {
    const auto& question = *place.question;
    auto title = is_asked(&question) ? visit.page_language("Question {number} of {count}",
                                                           {{"number", std::to_string(place.number)},
                                                            {"count", std::to_string(place.count)}})
                                     : visit.say(question.title);
    if (!errors.empty()) title = visit.page_language("Something has to be changed") + ": " + title;
    auto body = question_screen({visit, question, place.number, place.count, filled, errors,
                                 previous_of(place.shown, question.name), is_last(visit, place)});
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
