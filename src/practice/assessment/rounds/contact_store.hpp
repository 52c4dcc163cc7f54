#pragma once

#include <string>
#include <vector>

#include "messages/outbox_store.hpp"
#include "practice/assessment/rounds/participant_store.hpp"

// Where those who take part can be written to, and what was written.
namespace maerkbar::assessment {

inline constexpr std::string_view invitation_topic = "assessment.invitation";
inline constexpr std::string_view reminder_topic = "assessment.reminder";

struct Contact {
    Participant participant;
    std::string address;  // never shown to the facilitator where it is an account's
    std::string language; // "da", "nb", "en"; empty: the municipality's
    std::string code;     // empty for accounts
};

// For somebody who takes part by code. Errors: assessment.mail_address (invalid).
[[nodiscard]] Result<void> save_contact(storage::Transaction& transaction, const messages::Seal& seal,
                                        const Contact& contact);
// A new code: what was written with the old one and still waits is taken back.
[[nodiscard]] Result<void> change_code(storage::Transaction& transaction, const messages::Seal& seal,
                                       const Participant& participant, std::string_view code);
// Everybody who has not left and can be written to.
[[nodiscard]] Result<std::vector<Contact>> contacts_of(storage::Connection& connection, TenantId tenant,
                                                       const messages::Seal& seal, RoundId round);
// Addresses by code are deleted, and mails that wait are taken back; of one participant, or of all.
[[nodiscard]] Result<void> forget_contacts(storage::Transaction& transaction, RoundId round,
                                           ParticipantId participant = {});

// Whether a mail that is due shall go out: scoring is open and they take part still; a reminder only to
// whoever is not done.
[[nodiscard]] Result<bool> still_wanted(storage::Connection& connection, TenantId tenant,
                                        const messages::Reason& reason);

} // namespace maerkbar::assessment
