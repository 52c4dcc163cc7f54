#include "practice/assessment/rounds/move_round.hpp"

#include <algorithm>
#include <set>

#include "practice/assessment/rounds/round_store.hpp"

namespace maerkbar::assessment {
namespace {

using storage::Row;
using storage::Transaction;

constexpr std::string_view of_item = " where tenant_id = ? and round_id = ? and item = ?";

// The scale of one aspect, or the scale itself where it has none.
Scale ladder_of(const Scale& scale, std::string_view aspect) {
    Scale alone = scale;
    if (const auto* found = scale.aspect(aspect)) alone.bands = found->bands;
    alone.aspects.clear();
    return alone;
}

bool has_aspect(const Scale& scale, std::string_view aspect) {
    return aspect.empty() ? scale.aspects.empty() : scale.aspect(aspect) != nullptr;
}

struct Given {
    ParticipantId participant;
    std::string aspect;
    double value = 0;
};

// Errors are the database's.
Result<void> store_score(Transaction& tx, RoundId round, std::string_view item, const Given& given,
                         const std::optional<double>& value) {
    constexpr std::string_view of_score =
        " where tenant_id = ? and round_id = ? and participant_id = ? and item = ? and aspect = ?";
    const auto tenant = tx.actor().tenant;
    if (!value) {
        TRY(tx.connection().execute("delete from assessment_score" + std::string(of_score),
                                    {tenant, round, given.participant, item, given.aspect}));
        return {};
    }
    TRY(tx.connection().execute("update assessment_score set value = ?" + std::string(of_score),
                                {*value, tenant, round, given.participant, item, given.aspect}));
    return {};
}

// An answer of which neither a score nor a word is left waits to be given again.
Result<void> forget_empty_answers(Transaction& tx, RoundId round, std::string_view item) {
    TRY(tx.connection().execute(
        "delete from assessment_answer" + std::string(of_item) +
            " and blank = 0 and strengths = '' and improvements = '' and evidence = '' and link = ''"
            " and not exists (select 1 from assessment_score s where s.tenant_id = "
            "assessment_answer.tenant_id"
            " and s.round_id = assessment_answer.round_id and s.item = assessment_answer.item"
            " and s.participant_id = assessment_answer.participant_id)",
        {tx.actor().tenant, round, item}));
    return {};
}

// Whether a score went.
Result<bool> carry_scores(Transaction& tx, const Round& round, const VersionStep& step, const Node& now) {
    const auto* old = step.before.node(now.id);
    const auto* from = old == nullptr ? nullptr : step.before.scale_of(*old, round.method);
    const auto* to = step.after.scale_of(now, round.method);
    if (old == nullptr || from == nullptr || (to != nullptr && *from == *to)) return false;
    const auto decided = step.decisions.find(now.id);
    const auto carry = decided == step.decisions.end() ? Carry::keep : decided->second;
    const auto given = TRY(tx.connection().all(
        "select participant_id, aspect, value from assessment_score" + std::string(of_item),
        {tx.actor().tenant, round.id, now.id}, [](const Row& row) {
            return Given{row.id<ParticipantId>(0), row.string(1), row.real(2)};
        }));
    bool lost = false;
    for (const auto& one : given) {
        std::optional<double> value;
        if (to != nullptr && has_aspect(*to, one.aspect) && has_aspect(*from, one.aspect))
            value = carried(one.value, carry, ladder_of(*from, one.aspect), ladder_of(*to, one.aspect));
        lost = lost || !value;
        TRY(store_score(tx, round.id, now.id, one, value));
    }
    TRY(forget_empty_answers(tx, round.id, now.id));
    return lost;
}

Result<void> remove_items(Transaction& tx, const Round& round, const std::set<std::string>& items) {
    for (const auto& item : items)
        for (const auto* table :
             {"assessment_file", "assessment_score", "assessment_answer", "assessment_item"})
            TRY(tx.connection().execute("delete from " + std::string(table) + std::string(of_item),
                                        {tx.actor().tenant, round.id, item}));
    return {};
}

// Whether a new item is asked about in a round: with all of them, with the short ones, or with its siblings.
bool comes_along(const Round& round, const Model& after, const Node& item,
                 const std::set<std::string>& present) {
    if (round.scope == Scope::all) return true;
    if (round.scope == Scope::compact) return item.compact;
    return std::ranges::any_of(after.children(item.parent),
                               [&](const Node* sibling) { return present.contains(sibling->id); });
}

// Positions as in the new version; whether an item is new.
Result<bool> put_items(Transaction& tx, const Round& round, const VersionStep& step,
                       const std::set<std::string>& present) {
    bool added = false;
    int position = 0;
    for (const auto* item : step.after.items()) {
        const bool there = present.contains(item->id);
        if (!there &&
            (step.before.node(item->id) != nullptr || !comes_along(round, step.after, *item, present)))
            continue;
        TRY(tx.connection().execute(
            "insert into assessment_item (tenant_id, round_id, item, position) values (?, ?, ?, ?)"
            " on conflict (tenant_id, round_id, item) do update set position = excluded.position",
            {tx.actor().tenant, round.id, item->id, ++position}));
        added = added || !there;
    }
    return added;
}

Result<void> move_version(Transaction& tx, const Round& round, const Model& after, bool ask_again) {
    auto method = round.method;
    if (after.method(method) == nullptr) method = after.methods.empty() ? "" : after.methods.front().id;
    TRY(
        tx.connection().execute("update assessment_round set model_version = ?, method = ?, model_changed_at "
                                "= ?, version = version + 1"
                                " where tenant_id = ? and id = ?",
                                {after.version, method, tx.now(), tx.actor().tenant, round.id}));
    if (ask_again)
        TRY(tx.connection().execute(
            "update assessment_participant set done_at = null where tenant_id = ? and round_id = ?",
            {tx.actor().tenant, round.id}));
    return tx.audit({"assessment.model_changed", "assessment_round", std::to_string(round.id.value)});
}

} // namespace

Result<void> move_round(Transaction& tx, const Round& round, const VersionStep& step) {
    std::set<std::string> present;
    std::set<std::string> gone;
    for (const auto& item : TRY(items_of(tx.connection(), tx.actor().tenant, round.id))) {
        const auto* node = step.after.node(item.item);
        (node != nullptr && step.after.is_item(*node) ? present : gone).insert(item.item);
    }
    TRY(remove_items(tx, round, gone));
    bool ask_again = TRY(put_items(tx, round, step, present));
    for (const auto& item : present)
        ask_again = TRY(carry_scores(tx, round, step, *step.after.node(item))) || ask_again;
    return move_version(tx, round, step.after, ask_again);
}

} // namespace maerkbar::assessment
