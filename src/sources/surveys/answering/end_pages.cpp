#include "sources/surveys/answering/respondent_page.hpp"
#include "sources/surveys/definition/code.hpp"
#include "sources/surveys/definition/flow.hpp"
#include "sources/surveys/definition/piping.hpp"
#include "sources/surveys/definition/scale_words.hpp"
#include "web/url.hpp"

// Sending, stopping, and the receipt.
namespace maerkbar::surveys::answering {

using namespace web::literals;
using web::Attribute;
using web::Html;
using web::Response;

namespace {

std::string words_of(const Visit& visit, const std::string& name) {
    const auto* answer = find(visit.answers(), name);
    if (answer == nullptr) return std::string(word(Word::skipped, visit.language));
    if (answer->missing != Missing::none) return std::string(missing_words(answer->missing, visit.language));
    return answer_words(visit.survey(), name, *answer, visit.language);
}

// Every question with its answer and a link to change it.
Html summary(const Visit& visit) {
    Html html = R"(<dl class="summary">)"_html;
    for (const auto* question : shown_questions(visit.survey(), visit.answers())) {
        if (question->type == QuestionType::information) continue;
        html << "<div><dt>"_html << visit.say(question->title) << "</dt>"_html;
        for (const auto& name : answer_names(*question))
            if (!name.ends_with(".other") || find(visit.answers(), name) != nullptr)
                html << "<dd>"_html << words_of(visit, name) << "</dd>"_html;
        html << "<dd><a"_html << Attribute{"href", visit.path_to(*question)} << ">"_html
             << visit.page_language("Change my answer") << R"(<span class="unseen">: )"_html
             << visit.say(question->title) << "</span></a></dd></div>"_html;
    }
    return html << "</dl>"_html;
}

Response not_sent(const Visit& visit, const Error& error) {
    web::parts::FormErrors errors;
    errors.add("send", visit.page_language.error(error));
    Html body = mistakes(errors, visit.page_language);
    body << R"(<h1 id="field-send">)"_html << visit.page_language("Your answer could not be received")
         << "</h1>"_html;
    return respondent_page(
        visit, {visit.page_language("Your answer could not be received"), std::move(body), false, 422});
}

// The form to be contacted is given the survey's address alone, nothing of this answer.
Html where_next(const Visit& visit) {
    const auto& link = visit.link.link;
    const web::Fields in_language{{"l", visit.language}};
    Html html = "<p><a"_html;
    html << Attribute{"href", web::with_query("/contact/" + link.code, in_language)}
         << R"( rel="noreferrer">)"_html << visit.page_language("Would you like to be contacted?")
         << "</a></p>"_html;
    if (link.mode == Mode::anonymous || !link.by_code) return html;
    return html << "<p><a"_html << Attribute{"href", web::with_query("/my-answers", in_language)} << ">"_html
                << visit.page_language("See or delete your answers with your code") << "</a></p>"_html;
}

} // namespace

Result<Response> send_answers(Visit& visit) {
    Submission submission{visit.id, visit.progress.code_hash, visit.language, "web", visit.answers()};
    submission.proxy = visit.progress.proxy;
    submission.pair = visit.progress.pair;
    const auto receipt = submit(visit.services.database(), visit.link, submission);
    if (receipt.ok()) return Response::redirect(visit.path("/thanks"));
    const auto kind = receipt.error().kind;
    if (kind == ErrorKind::invalid || kind == ErrorKind::conflict) return not_sent(visit, receipt.error());
    return receipt.error();
}

Result<Response> send_page(Services& services, web::Context& context) {
    const auto here = TRY(visit(services, context));
    Html body = "<h1>"_html;
    body << here.page_language("You have come to the end") << "</h1><p>"_html
         << here.page_language("Look at your answers, and send them.") << "</p>"_html << summary(here)
         << "<form method=\"post\""_html << Attribute{"action", here.path("/send")}
         << R"(><div class="buttons"><button class="go">)"_html << here.page_language("Send my answer")
         << "</button></div></form>"_html;
    return respondent_page(here, {here.page_language("You have come to the end"), std::move(body)});
}

Result<Response> send(Services& services, web::Context& context) {
    auto here = TRY(visit(services, context));
    return send_answers(here);
}

Result<Response> save_page(Services& services, web::Context& context) {
    const auto here = TRY(visit(services, context));
    Html body = "<h1>"_html;
    body << here.page_language("Stop and go on later") << "</h1><p>"_html
         << here.page_language("Your answers so far are kept for five weeks. They are not sent yet.")
         << "</p><p>"_html
         << here.page_language("You can get a code. With it you go on, here or on another device.")
         << "</p><form method=\"post\""_html << Attribute{"action", here.path("/save")}
         << R"(><div class="buttons"><button class="go">)"_html << here.page_language("Give me a code")
         << R"(</button><a class="back")"_html << Attribute{"href", here.path()} << ">"_html
         << here.page_language("Go on now") << "</a></div></form>"_html;
    return respondent_page(here, {here.page_language("Stop and go on later"), std::move(body)});
}

Result<Response> save(Services& services, web::Context& context) {
    const auto here = TRY(visit(services, context));
    const storage::Actor actor{here.link.tenant, {}, "survey"};
    const auto code = services.database().write(
        actor, [&](storage::Transaction& transaction) { return issue_resume_code(transaction, here.id); });
    if (!code.ok()) return not_sent(here, code.error());
    // As it can be typed on another device.
    const auto address = std::string(context.request.headers.get("Host").value_or("")) + "/s";
    Html body = "<h1>"_html;
    body << here.page_language("Write this code down") << R"(</h1><p class="receipt">)"_html << grouped(*code)
         << "</p><p>"_html
         << here.page_language("Open {address} and type the code, when you want to go on.",
                               {{"address", address}})
         << "</p><p><a"_html << Attribute{"href", web::with_query("/s", web::Fields{{"l", here.language}})}
         << ">"_html << here.page_language("Answer with a code") << "</a></p>"_html;
    return respondent_page(here, {here.page_language("Write this code down"), std::move(body), false});
}

// Only an answer that is stored has this page.
Result<Response> receipt_page(Services& services, web::Context& context) {
    const auto here = TRY(visit(services, context));
    const auto receipt = TRY(services.database().read([&](storage::Connection& connection) {
        return find_receipt(connection, here.link.tenant, here.id);
    }));
    if (!receipt) return Response::redirect(here.path());
    Html body = R"(<div class="done" role="status"><h1>)"_html;
    body << here.page_language("Thank you. Your answer has been received.") << "</h1></div>"_html;
    const auto thanks = here.say(here.survey().thanks);
    if (!thanks.empty()) body << "<p>"_html << thanks << "</p>"_html;
    body << "<p>"_html << here.page_language("Your receipt:") << R"( <strong class="receipt">)"_html
         << receipt->number << "</strong></p>"_html << where_next(here) << "<p>"_html
         << here.page_language("You can close this page now.") << "</p>"_html;
    return respondent_page(here, {here.page_language("Thank you"), std::move(body), false});
}

} // namespace maerkbar::surveys::answering
