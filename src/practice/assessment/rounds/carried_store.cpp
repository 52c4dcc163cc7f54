#include "practice/assessment/rounds/carried_store.hpp"

#include "practice/assessment/rounds/release.hpp"

namespace maerkbar::assessment {

Result<void> carry_over(storage::Transaction& tx, const Standing& before, const Standing& now,
                        std::string_view item, Carry decision) {
    const auto* old = before.find(item);
    const auto* here = now.find(item);
    if (old == nullptr || here == nullptr || old->scale == nullptr || here->scale == nullptr)
        return Error{ErrorKind::not_found, "assessment.unknown_item", "That item is not part of this round."};
    std::optional<double> value;
    if (old->item.value) value = carried(*old->item.value, decision, *old->scale, *here->scale);
    TRY(tx.connection().execute(
        "insert into assessment_carried (tenant_id, round_id, item, decision, value) values (?, ?, ?, ?, ?)"
        " on conflict (tenant_id, round_id, item) do update set decision = excluded.decision, value = "
        "excluded.value",
        {tx.actor().tenant, now.round.id, item, name_of(decision), value}));
    return tx.audit({"assessment.carried", "assessment_round", std::to_string(now.round.id.value)});
}

namespace {

// What was decided for the whole model when its newer version came.
LastTime as_decided(const ItemStanding& old, const ItemStanding& now, const Decisions& decisions) {
    const auto found = decisions.find(now.item.item);
    if (found == decisions.end() || !old.item.value) return {};
    return {carried(*old.item.value, found->second, *old.scale, *now.scale), found->second};
}

} // namespace

Result<LastTimes> last_times(storage::Connection& connection, TenantId tenant, const Standing& before,
                             const Standing& now) {
    LastTimes times;
    const auto decisions = TRY(decisions_between(connection, tenant, now.round.model,
                                                 before.round.model_version, now.round.model_version));
    for (const auto& item : now.items) {
        const auto* old = before.find(item.item.item);
        if (old == nullptr || old->scale == nullptr || item.scale == nullptr) continue;
        if (*old->scale == *item.scale)
            times[item.item.item].value = old->item.value;
        else if (auto carried_over = as_decided(*old, item, decisions); carried_over.decision)
            times[item.item.item] = carried_over;
    }
    TRY(connection.query(
        "select item, decision, value from assessment_carried where tenant_id = ? and round_id = ?",
        {tenant, now.round.id}, [&](const storage::Row& row) -> Result<void> {
            times[row.string(0)] = {row.optional_real(2), carry_named(row.text(1))};
            return {};
        }));
    return times;
}

} // namespace maerkbar::assessment
