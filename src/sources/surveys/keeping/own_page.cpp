#include "base/translatable.hpp"
#include "sources/surveys/answering/respondent_page.hpp"
#include "sources/surveys/answering/small_page.hpp"
#include "sources/surveys/definition/code.hpp"
#include "sources/surveys/definition/piping.hpp"
#include "sources/surveys/definition/scale_words.hpp"
#include "sources/surveys/keeping/own_answers.hpp"
#include "sources/surveys/keeping/routes.hpp"

// Respondents with a code look at what they answered, and take it back.
namespace maerkbar::surveys::keeping {

using namespace web::literals;
using web::Attribute;
using web::Html;
using web::Response;
using web::parts::FormErrors;

namespace {

Html paragraph(std::string_view text) {
    Html html = "<p>"_html;
    return html << text << "</p>"_html;
}

Response form_page(const web::Context& context, const web::Language& language, const FormErrors& errors) {
    Html body = R"(<form method="post" action="/my-answers">)"_html;
    body << answering::language_field(language) << answering::mistakes(errors, language)
         << paragraph(
                language("With the code from your letter you can see what you answered, and delete it."))
         << R"(<label for="field-code">)"_html << language("Your code") << "</label>"_html;
    if (const auto text = errors.of("code"); !text.empty())
        body << R"(<p class="mistake" id="error-code">)"_html << text << "</p>"_html;
    body
        << R"(<input class="field code" type="text" id="field-code" name="code" maxlength="40" autocomplete="off" autocapitalize="characters" spellcheck="false")"_html;
    if (!errors.empty()) body << R"( aria-invalid="true" aria-describedby="error-code")"_html;
    body << Attribute{"value", context.request.form.text("code")}
         << R"(><div class="buttons"><button class="go">)"_html << language("Show my answers")
         << "</button></div></form>"_html;
    return answering::plain_page(language, language("Your own answers"), body, errors.empty() ? 200 : 422);
}

Response told(const web::Language& language, std::string_view heading, std::string_view text) {
    return answering::plain_page(language, heading, paragraph(text));
}

struct Typed {
    std::string code;
    TenantId tenant;
};

Result<Typed> typed_code(Services& services, const web::Context& context) {
    auto code = TRY(read_code(context.request.form.text("code"), one_time_length));
    const auto tenant = TRY(services.database().read(
        [&](storage::Connection& connection) { return tenant_of(connection, context.request); }));
    return Typed{std::move(code), tenant};
}

std::string words_of(const Definition& definition, const std::string& name, const Answer& answer,
                     std::string_view language) {
    if (answer.missing != Missing::none) return std::string(missing_words(answer.missing, language));
    return answer_words(definition, name, answer, language);
}

Html answers_of(const Definition& definition, const OwnAnswer& own) {
    Html html = R"(<dl class="summary">)"_html;
    for (const auto& page : definition.pages)
        for (const auto& question : page.questions) {
            Html lines;
            for (const auto& name : answer_names(question))
                if (const auto* answer = find(own.answers, name))
                    lines << "<dd>"_html << words_of(definition, name, *answer, own.language) << "</dd>"_html;
            if (lines.str().empty()) continue;
            html << "<div><dt>"_html << definition.say(question.title, own.language) << "</dt>"_html << lines
                 << "</div>"_html;
        }
    return html << "</dl>"_html;
}

Response answers_page(const web::Language& language, const Typed& typed,
                      const std::vector<std::pair<OwnAnswer, std::shared_ptr<const Definition>>>& found) {
    Html body;
    for (const auto& [own, definition] : found) {
        body << "<h2>"_html << definition->say(definition->title, own.language) << "</h2>"_html;
        if (own.received)
            body << paragraph(language("Answered on {date}.", {{"date", language.date(*own.received)}}));
        body << answers_of(*definition, own);
    }
    body << R"(<form method="post" action="/my-answers/withdraw"><input type="hidden" name="code")"_html
         << Attribute{"value", typed.code} << ">"_html << answering::language_field(language)
         << paragraph(language("You can delete your answers. It cannot be undone. Figures that are already "
                               "published are not changed."))
         << R"(<div class="buttons"><button class="go">)"_html << language("Delete my answers")
         << "</button></div></form>"_html;
    return answering::plain_page(language, language("Your own answers"), body);
}

// Why there is nothing to show, in plain words.
Response nothing(const web::Language& language, const OwnAnswers& own) {
    if (!own.used)
        return told(language, language("Nothing here yet"),
                    language("Nothing has been sent with this code."));
    if (own.link.mode == Mode::anonymous)
        return told(
            language, language("Your answers cannot be found"),
            language("You answered anonymously. Your answers are stored without your code, so nobody, we "
                     "neither, can tell which are yours. That is why they can neither be shown nor "
                     "deleted."));
    return told(language, language("Your answers are deleted"),
                language("There are no answers with this code any more."));
}

} // namespace

Result<Response> own_form(Services& services, web::Context& context) {
    return form_page(context, answering::chosen_language(services, context), {});
}

Result<Response> own_page(Services& services, web::Context& context) {
    const auto& language = answering::chosen_language(services, context);
    FormErrors errors;
    const auto typed = typed_code(services, context);
    if (!typed.ok()) {
        if (typed.error().kind != ErrorKind::invalid) return typed.error();
        errors.add("code", language.error(typed.error()));
        return form_page(context, language, errors);
    }
    std::vector<std::pair<OwnAnswer, std::shared_ptr<const Definition>>> found;
    const auto own = TRY(
        services.database().read([&](storage::Connection& connection) -> Result<std::optional<OwnAnswers>> {
            auto read = TRY(find_own_answers(connection, typed->tenant, typed->code));
            if (read)
                for (const auto& answer : read->answers)
                    found.emplace_back(
                        answer, TRY(services.definitions.get(connection, typed->tenant, read->link.survey,
                                                             answer.version)));
            return read;
        }));
    if (!own) {
        errors.add("code", language("We do not know this code. Look at it again, or ask those who gave "
                                    "it to you."));
        return form_page(context, language, errors);
    }
    if (found.empty()) return nothing(language, *own);
    return answers_page(language, *typed, found);
}

Result<Response> withdraw(Services& services, web::Context& context) {
    const auto typed = TRY(typed_code(services, context));
    const storage::Actor actor{typed.tenant, {}, "survey"};
    TRY(services.database().write(actor, [&](storage::Transaction& transaction) {
        return delete_own_answers(transaction, typed.tenant, typed.code);
    }));
    const auto& language = answering::chosen_language(services, context);
    return told(language, language("Your answers are deleted"),
                language("There are no answers with this code any more."));
}

} // namespace maerkbar::surveys::keeping
