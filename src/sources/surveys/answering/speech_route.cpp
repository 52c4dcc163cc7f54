#include "sources/surveys/answering/speech_route.hpp"

#include <memory>

#include "base/translatable.hpp"
#include "sources/surveys/answering/visit.hpp"
#include "sources/surveys/definition/piping.hpp"
#include "sources/surveys/definition/scale_words.hpp"
#include "sources/surveys/speech.hpp"
#include "web/make_route.hpp"

namespace maerkbar::surveys {

namespace {

// The question, its hint and every answer, a sentence each. Earlier answers are left out: what is kept on
// disk says nothing about anybody.
std::string read_out(const Definition& survey, const Question& question, std::string_view language) {
    const auto say = [&](const Texts& texts) {
        return piped(survey.say(texts, language), survey, {}, language);
    };
    std::string text = say(question.title) + "\n" + say(question.hint) + "\n";
    for (const auto* side : {&question.expectation, &question.experience})
        text += say(*side) + "\n";
    for (const auto& row : question.rows)
        text += say(row.text) + ".\n";
    const int highest = highest_step(question);
    for (int step = lowest_step(question); step <= highest; ++step)
        text += std::to_string(step) + ": " + step_words(survey, question, step, language) + ".\n";
    if (question.type == QuestionType::yes_no)
        for (const auto* value : {"yes", "no"})
            text += value_words(survey, question, value, language) + ".\n";
    if (highest == 0)
        for (const auto& choice : question.choices)
            text += say(choice.text) + ".\n";
    for (const auto missing : question.missing)
        text += std::string(missing_words(missing, language)) + ".\n";
    return text;
}

Result<web::Response> spoken(Services& services, Speech& speech, web::Context& context) {
    const auto here = TRY(answering::visit(services, context));
    const auto* question = here.survey().question(context.request.parameters.text("question"));
    if (question == nullptr)
        return Error{ErrorKind::not_found, "question.unknown", translatable("This question is not asked.")};
    web::Response response;
    response.file = TRY(speech.spoken(read_out(here.survey(), *question, here.language), here.language));
    response.headers.set("Content-Type", "audio/wav");
    response.headers.set("Cache-Control", "max-age=86400");
    return response;
}

} // namespace

web::Route speech_route(Services& services, std::filesystem::path folder) {
    return web::anonymous_route(web::Method::get, "/s/{code}/speech/{question}",
                                [&services, speech = std::make_shared<Speech>(std::move(folder))](
                                    web::Context& context) { return spoken(services, *speech, context); });
}

} // namespace maerkbar::surveys
