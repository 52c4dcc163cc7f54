#include <algorithm>

#include "base/translatable.hpp"
#include "sources/surveys/answering/respondent_page.hpp"
#include "sources/surveys/answering/small_page.hpp"
#include "sources/surveys/definition/code.hpp"
#include "sources/surveys/definition/flow.hpp"
#include "sources/surveys/secrets.hpp"
#include "sources/surveys/survey_codes.hpp"
#include "web/url.hpp"

// Where somebody begins: with the survey's address, or with a code from a letter.
namespace maerkbar::surveys::answering {

using namespace web::literals;
using web::Attribute;
using web::Html;
using web::Response;

namespace {

Html code_field(const web::Language& page_language, std::string_view typed,
                const web::parts::FormErrors& errors) {
    Html html = R"(<label class="heading" for="field-code">)"_html;
    html << page_language("Your code") << R"(</label><p class="hint" id="hint">)"_html
         << page_language(
                "Ten letters and digits, as on the letter. Capitals, small letters and blanks do not matter.")
         << "</p>"_html;
    if (const auto text = errors.of("code"); !text.empty())
        html << R"(<p class="mistake" id="error-code">)"_html << text << "</p>"_html;
    html
        << R"(<input class="field code" type="text" id="field-code" name="code" maxlength="40" autocomplete="off" autocapitalize="characters" spellcheck="false" aria-describedby="hint")"_html;
    if (!errors.of("code").empty()) html << R"( aria-invalid="true")"_html;
    return html << Attribute{"value", typed} << ">"_html;
}

Html submit_button(std::string_view text) {
    Html html = R"(<div class="buttons"><button class="go">)"_html;
    return html << text << "</button></div>"_html;
}

Response code_page(Services& services, const web::Context& context, const web::parts::FormErrors& errors) {
    const auto& page_language = chosen_language(services, context);
    Html body = R"(<form method="post" action="/s">)"_html;
    body << language_field(page_language) << mistakes(errors, page_language)
         << code_field(page_language, context.request.form.text("code", context.request.query.text("code")),
                       errors)
         << submit_button(page_language("Go on")) << "</form>"_html;
    return plain_page(page_language, page_language("Answer with a code"), body, errors.empty() ? 200 : 422,
                      theme_of(services, context.request));
}

Response start_response(const Visit& visit, const web::parts::FormErrors& errors) {
    const auto& survey = visit.survey();
    Html body = mistakes(errors, visit.page_language);
    body << "<h1>"_html << visit.say(survey.title) << "</h1>"_html;
    const auto intro = visit.say(survey.intro);
    if (!intro.empty()) body << R"(<p class="intro">)"_html << intro << "</p>"_html;
    const auto shown = shown_questions(survey, {});
    const auto count = std::ranges::count_if(shown, is_asked);
    body << "<div"_html << visit.lang_of_words() << "><p>"_html
         << visit.page_language.plural("{count} question. You may pass over it.",
                                       "{count} questions. You may pass over any of them.",
                                       std::int64_t{count})
         << "</p><p>"_html << mode_sentence(visit.link.link.mode, visit.page_language)
         << "</p><form method=\"post\""_html << Attribute{"action", visit.path()} << ">"_html;
    const auto code = visit.context.request.form.text("code", visit.context.request.query.text("code"));
    if (visit.link.link.by_code) body << code_field(visit.page_language, code, errors);
    body << submit_button(visit.page_language("Start")) << "</form></div>"_html;
    return respondent_page(visit, {{}, std::move(body), true, errors.empty() ? 200 : 422});
}

// Stores the code that somebody came with, so that it stands for the whole answer.
Result<void> begin_with_code(Visit& visit, std::string_view typed) {
    visit.progress.code_hash = code_hash(TRY(read_code(typed, one_time_length)));
    const storage::Actor actor{visit.link.tenant, {}, "survey"};
    return guarded_code(visit.services, visit.context, visit.link.tenant, [&] {
        return visit.services.database().write(actor, [&](storage::Transaction& transaction) -> Result<void> {
            TRY(check_code(transaction.connection(), visit.link.tenant, visit.link.link.id,
                           visit.progress.code_hash));
            return save_progress(transaction, visit.id, visit.progress, visit.services.today());
        });
    });
}

// The address that a typed code leads to. Error: code.unknown and those of read_code().
Result<std::string> target_of(Services& services, const web::Context& context, const std::string& typed) {
    const auto tenant = TRY(services.database().read(
        [&](storage::Connection& connection) { return tenant_of(connection, context.request); }));
    const storage::Actor actor{tenant, {}, "survey"};
    const auto look_up = [&](storage::Transaction& transaction) -> Result<std::string> {
        auto& connection = transaction.connection();
        if (const auto link = TRY(find_link(connection, tenant, typed))) return "/s/" + link->code;
        const auto code = TRY(read_code(typed, one_time_length));
        if (const auto resumed = TRY(resume(transaction, code)))
            return "/s/" + TRY(read_link(connection, tenant, resumed->link)).code + '/' +
                   resumed->submission_id;
        const auto link = TRY(link_of_code(connection, tenant, code_hash(code)));
        if (!link)
            return Error{
                ErrorKind::invalid,
                "code.unknown",
                translatable("We do not know this code. Look at it again, or ask those who gave it to you."),
                {},
                "code"};
        return web::with_query("/s/" + TRY(read_link(connection, tenant, *link)).code, {{"code", code}});
    };
    return guarded_code(services, context, tenant, [&] { return services.database().write(actor, look_up); });
}

} // namespace

Result<Response> code_form(Services& services, web::Context& context) {
    return code_page(services, context, {});
}

Result<Response> read_code_form(Services& services, web::Context& context) {
    auto typed = context.request.form.text("code");
    const auto target = target_of(services, context, typed);
    if (target.ok()) return Response::redirect(*target);
    if (target.error().field != "code") return target.error();
    web::parts::FormErrors errors;
    errors.add("code", chosen_language(services, context).error(target.error()));
    return code_page(services, context, errors);
}

Result<Response> start_page(Services& services, web::Context& context) {
    return start_response(TRY(visit(services, context)), {});
}

Result<Response> start(Services& services, web::Context& context) {
    auto here = TRY(visit(services, context));
    here.id = new_submission_id();
    if (here.link.link.by_code) {
        const auto begun = begin_with_code(here, context.request.form.text("code"));
        if (!begun.ok()) {
            if (begun.error().field != "code") return begun.error();
            here.id.clear();
            web::parts::FormErrors errors;
            errors.add("code", here.page_language.error(begun.error()));
            return start_response(here, errors);
        }
    }
    return Response::redirect(path_after(here, Step::start));
}

// To the first question that has no answer yet.
Result<Response> go_on(Services& services, web::Context& context) {
    const auto here = TRY(visit(services, context));
    for (const auto* question : shown_questions(here.survey(), here.answers()))
        for (const auto& name : answer_names(*question))
            if (find(here.answers(), name) == nullptr && name.find(".other") == std::string::npos)
                return Response::redirect(here.path_to(*question));
    return Response::redirect(here.path("/send"));
}

} // namespace maerkbar::surveys::answering
