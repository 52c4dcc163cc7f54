#include "sources/surveys/invitations/pages.hpp"

#include "sources/surveys/invitations/sending.hpp"
#include "sources/surveys/survey_codes.hpp"
#include "web/form.hpp"
#include "web/parts/pieces.hpp"

// Inviting people by e-mail and SMS.
namespace maerkbar::surveys::invitations {

using namespace web::literals;
using web::Html;
namespace parts = web::parts;

namespace {

constexpr std::size_t longest_subject = 150;
constexpr std::size_t longest_words = 5000;
constexpr std::size_t longest_list = 500'000;

std::string channel_name(Channel channel, const web::Language& language) {
    return channel == Channel::email ? language("E-mail") : language("SMS");
}

// The fields of the form, with what was typed or something to begin with.
struct FormView {
    const asking::Visit& visit;
    const Deliverer& deliverer;
    const parts::FormErrors& errors;

    [[nodiscard]] parts::Label label(std::string name, std::string text, std::string hint = {}) const {
        return {name, std::move(text), std::move(hint), errors.of(name)};
    }
    [[nodiscard]] std::string value(std::string_view name, std::string otherwise) const {
        const auto& sent = visit.base.sent();
        return sent.has(name) ? sent.text(name) : otherwise;
    }
    [[nodiscard]] std::vector<parts::Choice> channels() const {
        std::vector<parts::Choice> choices;
        for (const auto channel : {Channel::email, Channel::sms})
            if (deliverer.can_send(channel))
                choices.push_back({std::string(name_of(channel)),
                                   channel_name(channel, visit.language),
                                   {},
                                   value("channel", "") == name_of(channel) || choices.empty()});
        return choices;
    }
};

Html message_fields(const FormView& view) {
    const auto& language = view.visit.language;
    const auto title = view.visit.definition.say(view.visit.definition.title, language.code());
    Html fields = parts::text_field(
        {.label = view.label("subject", language("Subject"), language("Of e-mails; an SMS has none.")),
         .value = view.value("subject", title)},
        language);
    fields << parts::text_area(
                  {view.label("words", language("Invitation"),
                              language("{link} is replaced by a link of each person's own.")),
                   view.value("words", language("We would like to know how it went. It takes a minute, and "
                                                "you may pass over any question.\n\n{link}")),
                   6},
                  language)
           << parts::text_area(
                  {view.label("reminder", language("Reminder"),
                              language("Only those who have not answered get it, also when the survey is "
                                       "anonymous.")),
                   view.value("reminder", language("You can still tell us how it went:\n\n{link}")), 4},
                  language)
           << parts::text_field({.label = view.label("remind_times", language("How many reminders (0 to 3)")),
                                 .value = view.value("remind_times", "1"),
                                 .width = parts::FieldWidth::narrow,
                                 .input_mode = "numeric"},
                                language)
           << parts::text_field({.label = view.label("remind_days", language("Days between them")),
                                 .value = view.value("remind_days", "7"),
                                 .width = parts::FieldWidth::narrow,
                                 .input_mode = "numeric"},
                                language);
    return fields;
}

Html new_form(const FormView& view) {
    const auto& language = view.visit.language;
    Html fields = parts::radio_field({view.label("channel", language("Sent as")), view.channels()}, language);
    fields << parts::text_area(
                  {view.label("addresses", language("Addresses, one a line"),
                              language("E-mail addresses or phone numbers alone, without names or personal "
                                       "numbers. They are kept encrypted, apart from the answers, and are "
                                       "deleted when nothing more is to be sent.")),
                   view.value("addresses", ""), 8},
                  language)
           << message_fields(view) << parts::button_row({parts::button(language("Send invitations"))});
    Html html = parts::error_summary(view.errors, language);
    return html << parts::form(
               {.action = view.visit.path("/invitations"), .csrf = view.visit.base.context.csrf_field()},
               fields);
}

// What stands in the way of inviting at all; empty where nothing does.
std::string hindrance(const asking::Visit& visit, const Deliverer& deliverer) {
    const auto& language = visit.language;
    if (visit.link.ended) return language("This survey has ended here.");
    if (!visit.link.by_code)
        return language(
            "Invitations carry one-time codes. Open the survey with “Only with a one-time "
            "code”, and invite from there.");
    if (!deliverer.can_send(Channel::email) && !deliverer.can_send(Channel::sms))
        return language(
            "Neither a mail server nor an SMS service is configured. The IT department can do "
            "that: see “Invitations” in the handbook of the program.");
    return {};
}

Result<Html> sendings(asking::Visit& visit) {
    const auto& language = visit.language;
    auto& database = visit.services().database();
    const auto all = TRY(database.read([&](storage::Connection& connection) {
        return list_sendings(connection, visit.tenant(), visit.link.id);
    }));
    Html html;
    for (const auto& sending : all) {
        const auto progressed = TRY(database.read([&](storage::Connection& connection) {
            return progress_of(connection, visit.tenant(), sending.id);
        }));
        const auto heading = language(
            "{channel}, {time}",
            {{"channel", channel_name(sending.channel, language)},
             {"time", language.moment(std::chrono::floor<std::chrono::seconds>(sending.started_at))}});
        html << parts::section(heading, state_of(visit, sending, progressed));
    }
    return html;
}

Result<web::Response> show(InvitationServices& services, asking::Visit& visit,
                           const parts::FormErrors& errors) {
    const auto& language = visit.language;
    auto info = asking::info_below(visit, language("Invitations"), visit.unit_name());
    const auto hindered = hindrance(visit, services.deliverer);
    Html body = TRY(sendings(visit));
    if (hindered.empty())
        body << parts::section(language("Invite people"), new_form({visit, services.deliverer, errors}));
    else
        body << parts::notice(parts::NoticeKind::information, hindered);
    return web::Response::html(parts::page(info, body), errors.empty() ? 200 : 422);
}

Sending read_form(web::Form& form, const asking::Visit& visit) {
    Sending sending;
    sending.link = visit.link.id;
    constexpr std::string_view channels[] = {"email", "sms"};
    sending.channel = form.choice("channel", channels) == "sms" ? Channel::sms : Channel::email;
    sending.subject = form.required_text("subject", longest_subject);
    sending.words = form.required_text("words", longest_words);
    sending.reminder = form.text("reminder", longest_words);
    sending.remind_times = form.required_integer("remind_times", 0, most_reminders);
    sending.remind_days = form.required_integer("remind_days", 1, 60);
    sending.address = visit.address();
    return sending;
}

Result<organisation::Country> country_of(asking::Visit& visit) {
    const auto tenant = TRY(visit.services().database().read([&](storage::Connection& connection) {
        return organisation::find_tenant(connection, visit.tenant());
    }));
    return tenant ? tenant->country : organisation::Country::denmark;
}

} // namespace

Result<web::Response> page(InvitationServices& services, asking::Visit& visit) {
    return show(services, visit, {});
}

Result<web::Response> start(InvitationServices& services, asking::Visit& visit) {
    web::Form form(visit.base.sent());
    const auto sending = read_form(form, visit);
    const auto addresses =
        read_addresses(sending.channel, form.text("addresses", longest_list), TRY(country_of(visit)));
    if (!addresses.ok()) form.fail(addresses.error());
    if (form.ok()) {
        const auto started = visit.services().database().write(
            visit.base.viewer.actor, [&](storage::Transaction& transaction) {
                return start_sending(transaction, services.deliverer.seal(), sending, *addresses);
            });
        if (started.ok()) {
            services.jobs.wake();
            return web::Response::redirect(visit.path("/invitations"));
        }
        if (started.error().kind != ErrorKind::invalid) return started.error();
        form.fail(started.error());
    }
    return show(services, visit, parts::FormErrors(form.errors(), visit.language));
}

Result<web::Response> end(InvitationServices&, asking::Visit& visit) {
    const auto id = TRY(visit.base.context.request.parameters.id<SendingId>("sending"));
    auto& database = visit.services().database();
    const auto sending = TRY(database.read(
        [&](storage::Connection& connection) { return read_sending(connection, visit.tenant(), id); }));
    if (sending.link != visit.link.id)
        return Error{ErrorKind::not_found, "invitations.unknown", "There are no such invitations."};
    TRY(database.write(visit.base.viewer.actor,
                       [&](storage::Transaction& transaction) { return end_sending(transaction, id); }));
    return web::Response::redirect(visit.path("/invitations"));
}

} // namespace maerkbar::surveys::invitations
