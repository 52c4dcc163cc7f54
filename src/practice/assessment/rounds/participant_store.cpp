#include "practice/assessment/rounds/participant_store.hpp"

#include "organisation/secrets.hpp"
#include "practice/assessment/rounds/contact_store.hpp"
#include "practice/assessment/rounds/round_store.hpp"

namespace maerkbar::assessment {
namespace {

using storage::Connection;
using storage::Row;
using storage::Transaction;

constexpr std::string_view columns =
    "select p.id, p.round_id, p.person_id, coalesce(q.name, p.label), p.side, p.code_hash is not null, "
    "p.done_at,"
    " p.left_at, p.tenant_id from assessment_participant p"
    " left join person q on q.tenant_id = p.tenant_id and q.id = p.person_id where ";

Participant participant_of(const Row& row) {
    return {row.id<ParticipantId>(0),
            row.id<RoundId>(1),
            PersonId{row.integer(2)},
            row.string(3),
            side_named(row.text(4)).value_or(Side::staff),
            row.boolean(5),
            row.optional_instant(6),
            row.optional_instant(7)};
}

Error wrong(std::string field, std::string code, std::string text) {
    return {ErrorKind::invalid, std::move(code), std::move(text), {}, std::move(field)};
}

Result<void> check(Transaction& tx, RoundId round, const NewParticipant& wanted) {
    const auto tenant = tx.actor().tenant;
    if (!wanted.person) {
        if (wanted.label.empty())
            return wrong("label", "assessment.no_label",
                         "Write what you call the person, or choose an account.");
        return {};
    }
    const auto known = TRY(
        tx.connection().number("select count(*) from person where tenant_id = ? and id = ? and locked = 0",
                               {tenant, wanted.person}));
    if (known == 0) return wrong("person", "assessment.unknown_person", "Choose one of the accounts.");
    const auto there = TRY(participant_by_person(tx.connection(), tenant, round, wanted.person));
    if (there && !there->left)
        return wrong("person", "assessment.already_in", "That person takes part already.");
    return {};
}

Result<void> require_open(Transaction& tx, RoundId id) {
    const auto round = TRY(read_round(tx.connection(), tx.actor().tenant, id));
    if (round.state == State::preparing || round.state == State::scoring) return {};
    return Error{ErrorKind::conflict, "assessment.state",
                 "The round has moved on meanwhile. Look at it again; nothing was changed."};
}

Result<void> audit(Transaction& tx, std::string action, RoundId round) {
    return tx.audit({std::move(action), "assessment_round", std::to_string(round.value)});
}

Result<void> require_one(std::int64_t changed) {
    if (changed == 1) return {};
    return Error{ErrorKind::not_found, "assessment.unknown_participant", "That person does not take part."};
}

} // namespace

Result<AddedParticipant> add_participant(Transaction& tx, RoundId round, const NewParticipant& wanted) {
    TRY(require_open(tx, round));
    TRY(check(tx, round, wanted));
    const auto tenant = tx.actor().tenant;
    AddedParticipant added{TRY(tx.next_id<ParticipantId>(tenant, "assessment_participant"))};
    std::optional<std::string> hash;
    if (!wanted.person) {
        added.code = organisation::random_code();
        hash = organisation::code_hash(added.code);
    }
    TRY(tx.connection().execute(
        "insert into assessment_participant (tenant_id, id, round_id, person_id, label, side, code_hash)"
        " values (?, ?, ?, ?, ?, ?, ?)",
        {tenant, added.id, round, wanted.person ? std::optional(wanted.person.value) : std::nullopt,
         wanted.label, name_of(wanted.side), hash}));
    TRY(audit(tx, "assessment.participant_added", round));
    return added;
}

Result<std::string> renew_code(Transaction& tx, RoundId round, ParticipantId participant) {
    const auto code = organisation::random_code();
    TRY(require_one(TRY(tx.connection().execute(
        "update assessment_participant set code_hash = ? where tenant_id = ? and round_id = ? and id = ?"
        " and person_id is null",
        {organisation::code_hash(code), tx.actor().tenant, round, participant}))));
    TRY(audit(tx, "assessment.code_renewed", round));
    return code;
}

Result<void> leave(Transaction& tx, RoundId round, ParticipantId participant) {
    TRY(require_one(TRY(tx.connection().execute(
        "update assessment_participant set left_at = ? where tenant_id = ? and round_id = ? and id = ?",
        {tx.now(), tx.actor().tenant, round, participant}))));
    TRY(forget_contacts(tx, round, participant));
    return audit(tx, "assessment.participant_left", round);
}

Result<std::vector<Participant>> participants_of(Connection& connection, TenantId tenant, RoundId round) {
    return connection.all(std::string(columns) + "p.tenant_id = ? and p.round_id = ? order by p.id",
                          {tenant, round}, participant_of);
}

Result<std::optional<Participant>> participant_by_person(Connection& connection, TenantId tenant,
                                                         RoundId round, PersonId person) {
    return connection.first(std::string(columns) +
                                "p.tenant_id = ? and p.round_id = ? and p.person_id = ?"
                                " and p.left_at is null limit 1",
                            {tenant, round, person}, participant_of);
}

Result<std::optional<ByCode>> participant_by_code(Connection& connection, std::string_view code) {
    if (code.empty()) return std::optional<ByCode>{};
    return connection.first(std::string(columns) + "p.code_hash = ? and p.left_at is null limit 1",
                            {organisation::code_hash(code)}, [](const Row& row) {
                                return ByCode{row.id<TenantId>(8), participant_of(row)};
                            });
}

Result<void> set_done(Transaction& tx, const Participant& participant, bool done) {
    TRY(tx.connection().execute(
        "update assessment_participant set done_at = ? where tenant_id = ? and id = ?",
        {done ? std::optional(tx.now()) : std::nullopt, tx.actor().tenant, participant.id}));
    return audit(tx, done ? "assessment.participant_done" : "assessment.participant_not_done",
                 participant.round);
}

} // namespace maerkbar::assessment
