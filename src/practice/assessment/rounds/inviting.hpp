#pragma once

#include <map>

#include "base/date.hpp"
#include "practice/assessment/rounds/contact_store.hpp"

// Who is written to. Pure: what was written before and the day are parameters.
namespace maerkbar::assessment {

// Of each participant the latest mail of a topic.
using LatestMail = std::map<ParticipantId, messages::Posted>;
[[nodiscard]] LatestMail latest_of(const std::vector<messages::Posted>& posted);

struct Mails {
    LatestMail invitations = {};
    LatestMail reminders = {};
};
[[nodiscard]] Result<Mails> mails_of(storage::Connection& connection, TenantId tenant, RoundId round);

// Those who have no invitation on its way or sent.
[[nodiscard]] std::vector<Contact> not_invited(const std::vector<Contact>& contacts, const Mails& mails);
// Those who were invited, are not done, and were not reminded today already.
[[nodiscard]] std::vector<Contact> to_remind(const std::vector<Contact>& contacts, const Mails& mails,
                                             Date today);
// In the morning two days before the last day to score; none where that is over.
[[nodiscard]] std::optional<Date> reminder_day(const Round& round, Date today);
[[nodiscard]] Instant morning_of(Date day);

} // namespace maerkbar::assessment
