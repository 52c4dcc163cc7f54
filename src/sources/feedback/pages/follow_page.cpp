#include "base/translatable.hpp"
#include "comments/mask_words.hpp"
#include "sources/feedback/dialogue.hpp"
#include "sources/feedback/pages/citizens.hpp"
#include "sources/feedback/pages/pages.hpp"
#include "sources/feedback/text_check.hpp"
#include "sources/surveys/answering/respondent_page.hpp"
#include "sources/surveys/definition/code.hpp"
#include "web/form.hpp"

// A citizen with a code sees status and answer, writes again, and asks for contact. The code never stands in
// an address.
namespace maerkbar::feedback::citizens {

using namespace web::literals;
using web::Attribute;
using web::Html;
using web::Response;
using web::parts::FormErrors;

namespace {

struct Found {
    std::string code;
    Entry entry;
};

Result<Found> found_by_code(Visit& visit) {
    const auto code =
        TRY(surveys::read_code(visit.context.request.form.text("code"), surveys::one_time_length));
    const auto tenant = visit.tenant.id;
    return surveys::guarded_code(visit.services.surveys, visit.context, tenant, [&]() -> Result<Found> {
        return visit.database().read([&](storage::Connection& connection) -> Result<Found> {
            const auto id = TRY(entry_of_code(connection, tenant, code));
            if (!id)
                return Error{ErrorKind::invalid,
                             "code.unknown",
                             translatable("We do not know this code. Look at it again, or ask those who "
                                          "gave it to you."),
                             {},
                             "code"};
            return Found{code, TRY(read_entry(connection, tenant, *id))};
        });
    });
}

Response code_form(const Visit& visit, const FormErrors& errors) {
    const auto& language = visit.language;
    Html fields = R"(<label class="part" for="field-code">)"_html;
    fields
        << language("Your code") << R"(</label><p class="hint" id="hint-code">)"_html
        << language("Ten letters and digits. Capitals, small letters and blanks do not matter.")
        << "</p>"_html << mistake_of(errors, "code")
        << R"(<input class="field code" type="text" id="field-code" name="code" maxlength="40" autocomplete="off" autocapitalize="characters" spellcheck="false" aria-describedby="hint-code")"_html;
    if (!errors.empty()) fields << R"( aria-invalid="true")"_html;
    fields << Attribute{"value", visit.context.request.form.text("code")} << ">"_html;
    Html body = surveys::answering::mistakes(errors, language);
    body << paragraph(language("With the code you got, you see our answer and can write again."))
         << form_of(visit, "/tell-us/follow", fields, language("Go on"));
    return page(visit, {language("See what has happened"), std::move(body), errors.empty(),
                        errors.empty() ? 200 : 422});
}

std::string status_sentence(const Entry& entry, const web::Language& language) {
    if (entry.answered_on)
        return language("Ended on {date}.", {{"date", language.date(*entry.answered_on)}}) + " " +
               (entry.outcome ? outcome_text(entry.fields.kind, *entry.outcome, language) + "." : "");
    if (entry.due_on)
        return language("We are looking into it, and answer by {date} at the latest.",
                        {{"date", language.date(*entry.due_on)}});
    return language("We have received it.");
}

Html told(std::string_view heading, std::string_view text) {
    Html html = "<h2>"_html;
    return html << heading << "</h2>"_html << paragraph(text);
}

Html dialogue(const Entry& entry, const std::vector<Message>& messages, const web::Language& language) {
    Html html;
    if (!entry.fields.text.empty())
        html << told(language("You wrote"), comments::masks_in_words(entry.fields.text, language));
    for (const auto& message : messages)
        html << told(
            language(message.from_citizen ? translatable("You, {date}") : translatable("Our answer, {date}"),
                     {{"date", language.date(message.written_on)}}),
            comments::masks_in_words(message.text, language));
    if (!entry.done.empty()) html << told(language("What was done"), entry.done);
    return html;
}

Html code_again(const Found& found) {
    Html html = R"(<input type="hidden" name="code")"_html;
    return html << Attribute{"value", found.code} << ">"_html;
}

Html write_form(const Visit& visit, const Found& found, const FormErrors& errors) {
    const auto& language = visit.language;
    Html fields = code_again(found);
    fields << words_field(visit, language("Write again"), language("Do not write personal numbers."), errors);
    return form_of(visit, "/tell-us/write", fields, language("Send"));
}

Html contact_form(const Visit& visit, const Found& found, const FormErrors& errors, bool asked) {
    const auto& language = visit.language;
    Html fields = "<h2>"_html;
    fields << language("Shall somebody get in touch with you?") << "</h2>"_html << code_again(found);
    if (asked) fields << paragraph(language("You have asked for it. Send again to change how to reach you."));
    fields
        << R"(<label class="part" for="field-contact">)"_html << language("Phone number or e-mail address")
        << R"(</label><p class="hint" id="hint-contact">)"_html
        << language("Kept apart from what you wrote, and deleted when we have been in touch.") << "</p>"_html
        << mistake_of(errors, "contact")
        << R"(<input class="field" type="text" id="field-contact" name="contact" maxlength="200" aria-describedby="hint-contact")"_html;
    if (!errors.of("contact").empty()) fields << R"( aria-invalid="true")"_html;
    fields << Attribute{"value", visit.typed.text("contact")} << ">"_html;
    return form_of(visit, "/tell-us/contact", fields, language("Ask for contact"));
}

struct Outcomes {
    FormErrors errors = {};
    std::string thanks = {};
};

Result<Response> entry_response(Visit& visit, const Found& found, const Outcomes& outcomes) {
    const auto& language = visit.language;
    std::vector<Message> messages;
    bool asked = false;
    TRY(visit.database().read([&](storage::Connection& connection) -> Result<void> {
        messages = TRY(messages_of(connection, visit.tenant.id, found.entry.id));
        asked = TRY(contact_of(connection, visit.tenant.id, found.entry.id)).has_value();
        return {};
    }));
    Html body = surveys::answering::mistakes(outcomes.errors, language);
    body << paragraph(status_sentence(found.entry, language));
    if (!outcomes.thanks.empty())
        body << R"(<div class="done" role="status">)"_html << paragraph(outcomes.thanks) << "</div>"_html;
    body << dialogue(found.entry, messages, language) << write_form(visit, found, outcomes.errors)
         << contact_form(visit, found, outcomes.errors, asked);
    return page(visit, {kind_text(found.entry.fields.kind, language), std::move(body), false,
                        outcomes.errors.empty() ? 200 : 422});
}

// What follows a code that was sent: `work` changes the entry, or nothing.
template <typename Work>
Result<Response> with_code(FeedbackServices& services, web::Context& context, Work work) {
    auto here = TRY(visit(services, context));
    const auto found = found_by_code(here);
    if (!found.ok()) return code_form(here, TRY(mendable(here, found.error())));
    return work(here, *found);
}

} // namespace

Result<Response> code_page(FeedbackServices& services, web::Context& context) {
    return code_form(TRY(visit(services, context)), {});
}

Result<Response> follow(FeedbackServices& services, web::Context& context) {
    return with_code(services, context,
                     [](Visit& here, const Found& found) { return entry_response(here, found, {}); });
}

Result<Response> write_again(FeedbackServices& services, web::Context& context) {
    return with_code(services, context, [](Visit& here, const Found& found) -> Result<Response> {
        web::Form form(here.context.request.form);
        const auto text = form.text("text", longest_text);
        const auto sent = here.database().write(here.actor(), [&](storage::Transaction& transaction) {
            return citizen_writes(transaction, found.entry, text);
        });
        if (!sent.ok()) return entry_response(here, found, {TRY(mendable(here, sent.error()))});
        here.typed = {};
        return entry_response(here, found, {{}, here.language("Thank you. Staff have been told.")});
    });
}

Result<Response> ask_contact(FeedbackServices& services, web::Context& context) {
    return with_code(services, context, [&](Visit& here, const Found& found) -> Result<Response> {
        web::Form form(here.context.request.form);
        const auto reach = form.required_text("contact");
        if (const auto refused = refuse_personal_number(reach, "contact"); !refused.ok())
            form.fail(refused.error());
        if (!form.ok()) return entry_response(here, found, {FormErrors(form.errors(), here.language)});
        TRY(here.database().write(here.actor(), [&](storage::Transaction& transaction) {
            return ask_for_contact(transaction, found.entry, services.outbox.seal().close(reach));
        }));
        here.typed = {};
        return entry_response(here, found, {{}, here.language("Thank you. Somebody will get in touch.")});
    });
}

} // namespace maerkbar::feedback::citizens
