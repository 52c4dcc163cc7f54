#include "practice/assessment/pages/scorer.hpp"

#include "organisation/sessions.hpp"
#include "web/cookie.hpp"
#include "web/parts/pieces.hpp"
#include "web/url.hpp"

namespace maerkbar::assessment {

using namespace web::literals;
using web::Html;
using web::Response;
namespace parts = web::parts;

namespace {

Error not_taking_part() {
    return {ErrorKind::not_found, "assessment.not_taking_part",
            "You do not take part in this round. If you were given a code, type it at the address /join."};
}

// Codes are typed with and without dashes; a cookie holds letters and digits only.
std::string plain(std::string_view typed) {
    std::string code;
    for (const char letter : typed)
        if ((letter >= 'a' && letter <= 'z') || (letter >= 'A' && letter <= 'Z') ||
            (letter >= '0' && letter <= '9'))
            code += letter;
    return code;
}

Result<Response> join_page(AssessmentServices& services, web::Context& context, const web::Form& form,
                           int status) {
    const auto& language = context.language;
    const parts::FormErrors errors(form.errors(), language);
    auto info = services.organisation.frame.info(context, language("Take part in a self-assessment"));
    info.lead = language("Type the code you were given. You need no account.");
    Html fields =
        parts::text_field({.label = {.name = "code",
                                     .text = language("Code"),
                                     .hint = language("Three groups of four, such as ABCD-EFGH-JKLM."),
                                     .error = errors.of("code")},
                           .value = form.typed("code"),
                           .width = parts::FieldWidth::medium,
                           .autocomplete = "one-time-code",
                           .max_length = 40},
                          language);
    fields << parts::button_row({parts::button(language("Go on"))});
    Html body = parts::error_summary(errors, language);
    body << parts::form({.action = "/join", .csrf = context.csrf_field()}, fields);
    body << parts::link_line(
        {{language("I have an account: sign in"),
          web::with_query("/sign-in", {{"next", context.request.query.text("next", "/assessments")}})}});
    return Response::html(parts::page(info, body), status);
}

// After many codes that are not known: nothing is looked up for a while.
Result<Response> too_many_codes(AssessmentServices& services, web::Context& context, Instant::duration wait) {
    constexpr int too_many_requests = 429;
    const auto minutes = std::chrono::ceil<std::chrono::minutes>(wait);
    web::Form form(context.request.form);
    form.fail("code", "assessment.too_many_codes",
              "Too many codes that are not known came from your network. Try again in {minutes} minutes, or "
              "ask the "
              "facilitator for a new code.",
              {{"minutes", std::to_string(minutes.count())}});
    auto response = TRY(join_page(services, context, form, too_many_requests));
    response.headers.set("Retry-After", std::to_string(std::chrono::seconds(minutes).count()));
    return response;
}

} // namespace

std::string ScorerVisit::address(std::string_view rest) const {
    return address_of(participant.round, "/score") + std::string(rest);
}

Result<ScorerVisit> scorer_of(AssessmentServices& services, web::Context& context) {
    const auto id = TRY(context.request.parameters.id<RoundId>("round"));
    const auto cookie = web::read_cookie(context.request, code_cookie).value_or("");
    const auto* who = context.identity;
    return services.organisation.database.read([&](storage::Connection& connection) -> Result<ScorerVisit> {
        const auto& request = context.request.request_id;
        if (who != nullptr)
            if (const auto me = TRY(participant_by_person(connection, who->tenant, id, who->person)))
                return ScorerVisit{
                    services, context, who->tenant, *me, {who->tenant, who->person, "web", request}};
        const auto found = TRY(participant_by_code(connection, cookie));
        if (!found || found->participant.round != id) return not_taking_part();
        return ScorerVisit{
            services, context, found->tenant, found->participant, {found->tenant, {}, "web", request}};
    });
}

Result<Response> show_join(AssessmentServices& services, web::Context& context) {
    // The link of an invitation holds the code; it counts when the person sends the form.
    return join_page(services, context, web::Form(context.request.query), 200);
}

Result<Response> send_join(AssessmentServices& services, web::Context& context) {
    web::Form form(context.request.form);
    const auto now = services.organisation.database.now();
    if (const auto until = services.join_limit->closed_until(context.request.remote_address, now))
        return too_many_codes(services, context, *until - now);
    const auto code = plain(form.required_text("code", 40));
    const auto found = TRY(services.organisation.database.read(
        [&](storage::Connection& connection) { return participant_by_code(connection, code); }));
    if (form.ok() && !found) {
        services.join_limit->note_wrong(context.request.remote_address, now);
        form.fail(
            "code", "assessment.unknown_code",
            "That code is not known. Look whether it is typed right, or ask the facilitator for a new one.");
    }
    constexpr int refused = 422;
    if (!form.ok()) return join_page(services, context, form, refused);
    auto response = Response::redirect(address_of(found->participant.round, "/score"));
    web::set_cookie(response, {code_cookie, code, context.request.https});
    return response;
}

} // namespace maerkbar::assessment
