#include "practice/assessment/rounds/contact_store.hpp"

#include "base/translatable.hpp"
#include "messages/address.hpp"
#include "practice/assessment/rounds/round_store.hpp"
#include "tables/personal_number.hpp"

namespace maerkbar::assessment {
namespace {

using storage::Connection;
using storage::Row;
using storage::Transaction;

// Of accounts the person's own address; of codes what lies sealed: the code, a blank and the address.
Contact contact_of(const Row& row, const Participant& participant, const messages::Seal& seal) {
    if (!participant.has_code) return {participant, row.string(1), row.string(2), {}};
    const auto plain = seal.open(row.text(1)).value_or("");
    const auto blank = plain.find(' ');
    if (blank == std::string::npos) return {participant, {}, {}, {}}; // none, or the key has changed
    return {participant, plain.substr(blank + 1), row.string(2), plain.substr(0, blank)};
}

} // namespace

Result<void> save_contact(Transaction& tx, const messages::Seal& seal, const Contact& contact) {
    if (!messages::is_mail_address(contact.address) || tables::find_personal_number(contact.address))
        return Error{ErrorKind::invalid, "assessment.mail_address",
                     translatable("That is no e-mail address. Write one such as anne@fjordby.dk, or none.")};
    const auto tenant = tx.actor().tenant;
    TRY(tx.connection().execute("delete from assessment_contact where tenant_id = ? and participant_id = ?",
                                {tenant, contact.participant.id}));
    TRY(tx.connection().execute(
        "insert into assessment_contact (tenant_id, participant_id, sealed, language) values (?, ?, ?, ?)",
        {tenant, contact.participant.id, seal.close(contact.code + ' ' + contact.address),
         contact.language}));
    return {};
}

Result<void> change_code(Transaction& tx, const messages::Seal& seal, const Participant& participant,
                         std::string_view code) {
    for (const auto topic : {invitation_topic, reminder_topic})
        TRY(messages::take_back(tx, {std::string(topic), participant.round.value, participant.id.value}));
    for (auto& contact : TRY(contacts_of(tx.connection(), tx.actor().tenant, seal, participant.round)))
        if (contact.participant.id == participant.id) {
            contact.code = code;
            TRY(save_contact(tx, seal, contact));
        }
    return {};
}

Result<std::vector<Contact>> contacts_of(Connection& connection, TenantId tenant, const messages::Seal& seal,
                                         RoundId round) {
    std::vector<Contact> contacts;
    for (const auto& participant : TRY(participants_of(connection, tenant, round))) {
        if (participant.left) continue;
        const auto found = TRY(connection.first(
            "select p.id, coalesce(q.email, c.sealed, ''), coalesce(q.language, c.language, '') from "
            "assessment_participant p left join person q on q.tenant_id = p.tenant_id and q.id = p.person_id "
            "and q.locked = 0 left join assessment_contact c on c.tenant_id = p.tenant_id and "
            "c.participant_id = p.id where p.tenant_id = ? and p.id = ?",
            {tenant, participant.id}, [&](const Row& row) { return contact_of(row, participant, seal); }));
        if (found && messages::is_mail_address(found->address)) contacts.push_back(*found);
    }
    return contacts;
}

Result<void> forget_contacts(Transaction& tx, RoundId round, ParticipantId participant) {
    for (const auto topic : {invitation_topic, reminder_topic})
        TRY(messages::take_back(tx, {std::string(topic), round.value, participant.value}));
    TRY(tx.connection().execute(
        "delete from assessment_contact where tenant_id = ? and participant_id in (select id from "
        "assessment_participant where tenant_id = ? and round_id = ? and (id = ? or ? = 0))",
        {tx.actor().tenant, tx.actor().tenant, round, participant, participant}));
    return {};
}

Result<bool> still_wanted(Connection& connection, TenantId tenant, const messages::Reason& reason) {
    const bool reminder = reason.topic == reminder_topic;
    return TRY(connection.number(
               "select count(*) from assessment_participant p join assessment_round r on r.tenant_id = "
               "p.tenant_id and r.id = p.round_id where p.tenant_id = ? and p.id = ? and p.left_at is null "
               "and "
               "r.state = 'scoring' and (p.done_at is null or ? = 0)",
               {tenant, reason.recipient, reminder})) > 0;
}

} // namespace maerkbar::assessment
