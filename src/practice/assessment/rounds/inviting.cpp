#include "practice/assessment/rounds/inviting.hpp"

#include "base/local_time.hpp"

namespace maerkbar::assessment {
namespace {

using messages::LetterState;

const messages::Posted* find(const LatestMail& mails, const Contact& contact) {
    const auto found = mails.find(contact.participant.id);
    return found == mails.end() ? nullptr : &found->second;
}

} // namespace

LatestMail latest_of(const std::vector<messages::Posted>& posted) {
    LatestMail latest;
    for (const auto& mail : posted)
        latest[ParticipantId{mail.reason.recipient}] = mail;
    return latest;
}

Result<Mails> mails_of(storage::Connection& connection, TenantId tenant, RoundId round) {
    return Mails{latest_of(TRY(messages::posted(connection, tenant, invitation_topic, round.value))),
                 latest_of(TRY(messages::posted(connection, tenant, reminder_topic, round.value)))};
}

std::vector<Contact> not_invited(const std::vector<Contact>& contacts, const Mails& mails) {
    std::vector<Contact> wanted;
    for (const auto& contact : contacts) {
        const auto* mail = find(mails.invitations, contact);
        if (mail == nullptr || (mail->state != LetterState::waiting && mail->state != LetterState::sent))
            wanted.push_back(contact);
    }
    return wanted;
}

std::vector<Contact> to_remind(const std::vector<Contact>& contacts, const Mails& mails, Date today) {
    std::vector<Contact> wanted;
    for (const auto& contact : contacts) {
        const auto* invited = find(mails.invitations, contact);
        if (contact.participant.done || invited == nullptr || invited->state != LetterState::sent) continue;
        const auto* reminded = find(mails.reminders, contact);
        const bool today_already = reminded != nullptr && reminded->state == LetterState::sent &&
                                   reminded->ended && local_day(*reminded->ended) >= today;
        const bool on_its_way = reminded != nullptr && reminded->state == LetterState::waiting &&
                                local_day(reminded->due) <= today;
        if (!today_already && !on_its_way) wanted.push_back(contact);
    }
    return wanted;
}

std::optional<Date> reminder_day(const Round& round, Date today) {
    if (!round.fields.scoring_until) return std::nullopt;
    const auto day = *round.fields.scoring_until - 2;
    return day > today ? std::optional(day) : std::nullopt;
}

Instant morning_of(Date day) {
    constexpr int hour = 7; // UTC: eight in winter, nine in summer
    return Instant(std::chrono::hours(std::int64_t{24} * day.days + hour));
}

} // namespace maerkbar::assessment
