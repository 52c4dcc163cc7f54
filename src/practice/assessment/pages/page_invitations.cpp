#include "practice/assessment/pages/invitation_mail.hpp"
#include "practice/assessment/pages/pages.hpp"
#include "practice/assessment/pages/round_parts.hpp"
#include "practice/assessment/rounds/inviting.hpp"
#include "web/origin.hpp"

// Inviting those who take part by mail, and reminding those who are not done.
namespace maerkbar::assessment {

using namespace web::literals;
using web::Html;
using web::Response;
namespace parts = web::parts;

namespace {

struct Invitations {
    std::vector<Contact> contacts;
    Mails mails;
};

Result<Invitations> read_invitations(RoundVisit& visit, const Round& round) {
    return visit.read([&](storage::Connection& connection) -> Result<Invitations> {
        return Invitations{
            TRY(contacts_of(connection, visit.tenant(), visit.services.outbox.seal(), round.id)),
            TRY(mails_of(connection, visit.tenant(), round.id))};
    });
}

std::string moment(const RoundVisit& visit, const Instant& instant) {
    return organisation::moment_text(instant, visit.language());
}

std::string mail_state(const RoundVisit& visit, const LatestMail& mails, ParticipantId participant) {
    const auto& language = visit.language();
    const auto found = mails.find(participant);
    if (found == mails.end()) return "–";
    const auto& mail = found->second;
    switch (mail.state) {
        case messages::LetterState::sent:
            return language("Sent {time}", {{"time", moment(visit, mail.ended.value_or(mail.due))}});
        case messages::LetterState::refused:
            return language("The mail server refused the address ({reason})",
                            {{"reason", language(mail.problem)}});
        case messages::LetterState::failed:
            return language("Given up after many attempts ({reason})", {{"reason", language(mail.problem)}});
        case messages::LetterState::dropped:
            return language("Not needed any more");
        case messages::LetterState::waiting:
            break;
    }
    if (mail.attempts > 0)
        return language("The mail server does not answer ({reason}); tried again {time}",
                        {{"reason", language(mail.problem)}, {"time", moment(visit, mail.due)}});
    return mail.due > visit.services.organisation.database.now()
               ? language("Goes out {time}", {{"time", moment(visit, mail.due)}})
               : language("On its way");
}

Html states_table(const RoundVisit& visit, const RoundOverview& overview, const Invitations& known) {
    const auto& language = visit.language();
    parts::Table table{language("Invitations by mail"), false};
    table.columns = {{language("Participant")}, {language("Invitation")}, {language("Reminder")}};
    for (const auto& one : overview.participants) {
        if (one.left) continue;
        const bool reached =
            std::ranges::any_of(known.contacts, [&](const Contact& c) { return c.participant.id == one.id; });
        const auto invited = mail_state(visit, known.mails.invitations, one.id);
        table.rows.push_back(
            {organisation::words(one.label),
             organisation::words(!reached && invited == "–" ? language("No mail address") : invited),
             organisation::words(mail_state(visit, known.mails.reminders, one.id))});
    }
    return parts::table(table);
}

Html invite_form(const RoundVisit& visit, const Round& round, std::size_t count) {
    const auto& language = visit.language();
    Html fields;
    if (const auto day = reminder_day(round, visit.viewer().today))
        fields << parts::checkbox(
            "remind", language("Remind those who are not done on {day}", {{"day", language.date(*day)}}),
            true);
    fields << parts::button_row(
        {parts::button(language.plural("Invite {count} person by mail", "Invite {count} people by mail",
                                       static_cast<std::int64_t>(count)))});
    return parts::form({.action = address_of(round.id, "/invite"), .csrf = visit.context().csrf_field()},
                       fields);
}

Html remind_form(const RoundVisit& visit, const Round& round, std::size_t count) {
    return parts::button_form(
        {.action = address_of(round.id, "/remind"), .csrf = visit.context().csrf_field()},
        visit.language().plural("Remind the {count} who is not done", "Remind the {count} who are not done",
                                static_cast<std::int64_t>(count)));
}

// What may be done now, or why nothing can.
Html what_to_do(const RoundVisit& visit, const Round& round, const Invitations& known) {
    const auto& language = visit.language();
    if (!visit.services.outbox.can_send())
        return parts::notice(parts::NoticeKind::information,
                             language("No mail server is configured, so nobody can be invited by mail. Hand "
                                      "out the codes; those with an account find the round under "
                                      "“Self-assessment”."));
    if (round.state == State::preparing)
        return Html() << "<p>"_html
                      << language.plural("When scoring is open, {count} person can be invited by mail.",
                                         "When scoring is open, {count} people can be invited by mail.",
                                         std::ssize(known.contacts))
                      << "</p>"_html;
    Html html;
    if (const auto wanted = not_invited(known.contacts, known.mails).size(); wanted > 0)
        html << invite_form(visit, round, wanted);
    if (const auto wanted = to_remind(known.contacts, known.mails, visit.viewer().today).size(); wanted > 0)
        html << remind_form(visit, round, wanted);
    return html;
}

Result<InvitedTo> invited_to(RoundVisit& visit, const Round& round) {
    const auto people = TRY(visit.read([&](storage::Connection& connection) {
        return actions::possible_owners(connection, visit.tenant(), *visit.viewer().tree,
                                        visit.unit_now(round), visit.viewer().today);
    }));
    InvitedTo to{round,
                 organisation::unit_name(visit.page, visit.unit_now(round)),
                 {},
                 web::origin_of(visit.context().request)};
    for (const auto& person : people)
        if (person.person == round.fields.facilitator) to.facilitator = person.name;
    return to;
}

const web::Language& language_of(const RoundVisit& visit, const Contact& contact) {
    const auto& languages = visit.services.languages;
    // Whoever has chosen none is written to in the language of the one who invites.
    return languages.has(contact.language) ? languages.get(contact.language) : visit.language();
}

Result<void> audit_mails(storage::Transaction& tx, std::string action, RoundId round, std::size_t count) {
    return tx.audit({std::move(action), "assessment_round", std::to_string(round.value),
                     "{\"count\":" + std::to_string(count) + "}"});
}

Result<void> require_scoring(RoundVisit& visit, const Round& round) {
    if (round.state == State::scoring && visit.services.outbox.can_send()) return {};
    return Error{ErrorKind::conflict, "assessment.state",
                 "The round has moved on meanwhile. Look at it again; nothing was changed."};
}

} // namespace

Result<Html> invitations_part(RoundVisit& visit, const RoundOverview& overview) {
    const auto& round = overview.round;
    if ((round.state != State::preparing && round.state != State::scoring) || overview.participants.empty())
        return Html();
    const auto known = TRY(read_invitations(visit, round));
    Html html;
    if (visit.services.outbox.can_send() && round.state == State::scoring)
        html << states_table(visit, overview, known);
    return parts::section(visit.language()("Invitations by mail"), html << what_to_do(visit, round, known));
}

Result<Response> send_invitations(RoundVisit& visit) {
    const auto round = TRY(visit.led_round());
    if (const auto open = require_scoring(visit, round); !open.ok())
        return back_with(visit, address_of(round.id), open.error());
    const web::Form form(visit.context().request.form);
    const auto known = TRY(read_invitations(visit, round));
    const auto to = TRY(invited_to(visit, round));
    const auto wanted = not_invited(known.contacts, known.mails);
    const auto day = reminder_day(round, visit.viewer().today);
    TRY(visit.write([&](storage::Transaction& tx) -> Result<void> {
        const auto& seal = visit.services.outbox.seal();
        for (const auto& contact : wanted) {
            const auto& language = language_of(visit, contact);
            const auto who = contact.participant.id.value;
            TRY(messages::post(tx, seal,
                               {{std::string(invitation_topic), round.id.value, who},
                                invitation_mail(to, contact, language)}));
            if (day && form.checked("remind"))
                TRY(messages::post(tx, seal,
                                   {{std::string(reminder_topic), round.id.value, who},
                                    reminder_mail(to, contact, language),
                                    morning_of(*day)}));
        }
        return audit_mails(tx, "assessment.invited", round.id, wanted.size());
    }));
    return Response::redirect(address_of(round.id, "?done=invited"));
}

Result<Response> send_reminders(RoundVisit& visit) {
    const auto round = TRY(visit.led_round());
    if (const auto open = require_scoring(visit, round); !open.ok())
        return back_with(visit, address_of(round.id), open.error());
    const auto known = TRY(read_invitations(visit, round));
    const auto to = TRY(invited_to(visit, round));
    const auto wanted = to_remind(known.contacts, known.mails, visit.viewer().today);
    TRY(visit.write([&](storage::Transaction& tx) -> Result<void> {
        for (const auto& contact : wanted)
            TRY(messages::post(tx, visit.services.outbox.seal(),
                               {{std::string(reminder_topic), round.id.value, contact.participant.id.value},
                                reminder_mail(to, contact, language_of(visit, contact))}));
        return audit_mails(tx, "assessment.reminded", round.id, wanted.size());
    }));
    return Response::redirect(address_of(round.id, "?done=invited"));
}

} // namespace maerkbar::assessment
