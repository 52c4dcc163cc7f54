#include "practice/assessment/rounds/finding_store.hpp"

#include "practice/assessment/rounds/round_store.hpp"

namespace maerkbar::assessment {
namespace {

using storage::Connection;
using storage::Row;
using storage::Transaction;

constexpr std::string_view kind_names[] = {"strength", "improvement"};

Result<void> require_open(Transaction& tx, RoundId id) {
    const auto state = TRY(read_round(tx.connection(), tx.actor().tenant, id)).state;
    if (state == State::meeting || state == State::improving) return {};
    return Error{ErrorKind::conflict, "assessment.state",
                 "The round has moved on meanwhile. Look at it again; nothing was changed."};
}

Result<void> audit(Transaction& tx, std::string action, RoundId round) {
    return tx.audit({std::move(action), "assessment_round", std::to_string(round.value)});
}

bool in_range(int value) {
    return value >= 1 && value <= 5;
}

Vote vote_of(const Row& row) {
    return {static_cast<int>(row.integer(1)), static_cast<int>(row.integer(2))};
}

} // namespace

Result<FindingId> add_finding(Transaction& tx, RoundId round, std::string_view item, FindingKind kind,
                              std::string_view content) {
    TRY(require_open(tx, round));
    if (content.empty())
        return Error{ErrorKind::invalid, "assessment.finding_empty", "Write what you found.", {}, "content"};
    const auto id = TRY(tx.next_id<FindingId>(tx.actor().tenant, "assessment_finding"));
    TRY(tx.connection().execute(
        "insert into assessment_finding (tenant_id, id, round_id, item, kind, content, created_at)"
        " values (?, ?, ?, ?, ?, ?, ?)",
        {tx.actor().tenant, id, round, item, kind_names[static_cast<std::size_t>(kind)], content, tx.now()}));
    TRY(audit(tx, "assessment.finding_added", round));
    return id;
}

Result<void> remove_finding(Transaction& tx, RoundId round, FindingId finding) {
    TRY(require_open(tx, round));
    const auto tenant = tx.actor().tenant;
    TRY(tx.connection().execute(
        "delete from assessment_vote where tenant_id = ? and finding_id in"
        " (select id from assessment_finding where tenant_id = ? and round_id = ? and id = ?)",
        {tenant, tenant, round, finding}));
    TRY(tx.connection().execute(
        "delete from assessment_finding where tenant_id = ? and round_id = ? and id = ?",
        {tenant, round, finding}));
    return audit(tx, "assessment.finding_removed", round);
}

Result<std::vector<Finding>> findings_of(Connection& connection, TenantId tenant, RoundId round) {
    return connection.all(
        "select f.id, f.item, f.kind, f.content from assessment_finding f"
        " where f.tenant_id = ? and f.round_id = ? order by f.id",
        {tenant, round}, [](const Row& row) {
            return Finding{row.id<FindingId>(0), row.string(1),
                           row.text(2) == kind_names[0] ? FindingKind::strength : FindingKind::improvement,
                           row.string(3)};
        });
}

Result<void> cast_vote(Transaction& tx, const Participant& participant, FindingId finding, Vote vote) {
    TRY(require_open(tx, participant.round));
    if (!in_range(vote.effect) || !in_range(vote.ease))
        return Error{ErrorKind::invalid, "assessment.vote", "Give effect and ease from 1 to 5."};
    const auto tenant = tx.actor().tenant;
    const auto known = TRY(
        tx.connection().number("select count(*) from assessment_finding where tenant_id = ? and round_id = ?"
                               " and id = ? and kind = 'improvement'",
                               {tenant, participant.round, finding}));
    if (known == 0)
        return Error{ErrorKind::not_found, "assessment.unknown_finding", "That finding is no longer there."};
    tx.without_audit("a vote of one person; the priorities of the group are what counts");
    TRY(tx.connection().execute(
        "insert into assessment_vote (tenant_id, finding_id, participant_id, effect, ease) values (?, ?, ?, "
        "?, ?)"
        " on conflict (tenant_id, finding_id, participant_id) do update set effect = excluded.effect,"
        " ease = excluded.ease",
        {tenant, finding, participant.id, vote.effect, vote.ease}));
    return {};
}

Result<std::map<FindingId, Vote>> own_votes(Connection& connection, TenantId tenant,
                                            const Participant& participant) {
    std::map<FindingId, Vote> votes;
    TRY(connection.query(
        "select finding_id, effect, ease from assessment_vote where tenant_id = ? and participant_id = ?",
        {tenant, participant.id}, [&](const Row& row) -> Result<void> {
            votes[row.id<FindingId>(0)] = vote_of(row);
            return {};
        }));
    return votes;
}

Result<std::map<FindingId, std::vector<Vote>>> votes_of(Connection& connection, TenantId tenant,
                                                        RoundId round) {
    std::map<FindingId, std::vector<Vote>> votes;
    TRY(
        connection.query("select v.finding_id, v.effect, v.ease from assessment_vote v"
                         " join assessment_finding f on f.tenant_id = v.tenant_id and f.id = v.finding_id"
                         " where v.tenant_id = ? and f.round_id = ? order by v.effect, v.ease",
                         {tenant, round}, [&](const Row& row) -> Result<void> {
                             votes[row.id<FindingId>(0)].push_back(vote_of(row));
                             return {};
                         }));
    return votes;
}

Result<void> add_review(Transaction& tx, RoundId round, const Review& review) {
    if (review.note.empty())
        return Error{
            ErrorKind::invalid, "assessment.review_note", "Write what you saw at the follow-up.", {}, "note"};
    TRY(read_round(tx.connection(), tx.actor().tenant, round));
    const auto id = TRY(tx.next_numbers(tx.actor().tenant, "assessment_review", 1));
    TRY(tx.connection().execute(
        "insert into assessment_review (tenant_id, id, round_id, held_on, note, next_on)"
        " values (?, ?, ?, ?, ?, ?)",
        {tx.actor().tenant, id, round, review.held_on.iso(), review.note,
         review.next_on ? std::optional(review.next_on->iso()) : std::nullopt}));
    return audit(tx, "assessment.reviewed", round);
}

Result<std::vector<Review>> reviews_of(Connection& connection, TenantId tenant, RoundId round) {
    return connection.all(
        "select held_on, note, next_on from assessment_review where tenant_id = ? and round_id = ?"
        " order by held_on desc, id desc",
        {tenant, round}, [](const Row& row) {
            return Review{row.date(0), row.string(1), row.optional_date(2)};
        });
}

} // namespace maerkbar::assessment
