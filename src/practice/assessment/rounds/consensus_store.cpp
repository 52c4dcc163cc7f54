#include "practice/assessment/rounds/consensus_store.hpp"

#include "practice/assessment/rounds/round_store.hpp"

namespace maerkbar::assessment {
namespace {

using storage::Transaction;

Result<void> require_meeting(Transaction& tx, RoundId id) {
    if (TRY(read_round(tx.connection(), tx.actor().tenant, id)).state == State::meeting) return {};
    return Error{ErrorKind::conflict, "assessment.state",
                 "The round has moved on meanwhile. Look at it again; nothing was changed."};
}

} // namespace

Result<void> decide_item(Transaction& tx, RoundId round, std::string_view item, const Consensus& consensus,
                         std::int64_t version) {
    TRY(require_meeting(tx, round));
    if (consensus.reason.empty())
        return Error{ErrorKind::invalid,
                     "assessment.reason",
                     "Write in a sentence what the group builds the value on.",
                     {},
                     "reason"};
    const auto changed = TRY(tx.connection().execute(
        "update assessment_item set value = ?, without_value = ?, reason = ?, minority_note = ?, minutes = ?,"
        " decided_at = coalesce(decided_at, ?), decided_together = 0, version = version + 1"
        " where tenant_id = ? and round_id = ? and item = ? and version = ?",
        {consensus.value, consensus.value ? 0 : 1, consensus.reason, consensus.minority_note,
         consensus.minutes, tx.now(), tx.actor().tenant, round, item, version}));
    if (changed == 0)
        return Error{ErrorKind::conflict, "organisation.changed_meanwhile",
                     "Somebody else has decided this item meanwhile. Look at it again before you change it."};
    return tx.audit({"assessment.item_decided", "assessment_round", std::to_string(round.value),
                     "{\"item\":\"" + std::string(item) + "\"}"});
}

Result<void> accept_together(Transaction& tx, RoundId round, const std::vector<Accepted>& items,
                             std::string_view reason) {
    TRY(require_meeting(tx, round));
    for (const auto& [item, value] : items)
        TRY(tx.connection().execute(
            "update assessment_item set value = ?, reason = ?, decided_at = ?, decided_together = 1,"
            " version = version + 1 where tenant_id = ? and round_id = ? and item = ? and decided_at is null",
            {value, reason, tx.now(), tx.actor().tenant, round, item}));
    return tx.audit({"assessment.items_accepted", "assessment_round", std::to_string(round.value)});
}

} // namespace maerkbar::assessment
