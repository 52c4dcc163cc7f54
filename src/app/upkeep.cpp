#include "app/upkeep.hpp"

#include "measurement/recompute_jobs.hpp"

namespace maerkbar::app {

namespace {

constexpr std::string_view tree_kind = "upkeep.tree";

struct ChangedTree {
    TenantId tenant;
    std::string revision;
};

// A tree whose present revision nobody has asked a job for. One that failed is not tried again before the
// next change.
Result<std::optional<ChangedTree>> find_changed(storage::Connection& connection) {
    return connection.first(
        "select t.tenant_id, t.revision from tenant t where t.revision > 0 and not exists (select 1 from job "
        "j"
        " where j.tenant_id = t.tenant_id and j.kind = ? and j.payload = cast(t.revision as text)) limit 1",
        {tree_kind}, [](const storage::Row& row) {
            return ChangedTree{row.id<TenantId>(0), std::to_string(row.integer(1))};
        });
}

} // namespace

storage::LongJobHandlers Upkeep::handlers() {
    storage::LongJobHandlers handlers;
    handlers[std::string(tree_kind)] = [this](storage::LongJob& job) {
        const auto since_ever = *Date::from(1990, 1, 1); // no import reaches further back
        return measurement::recompute_tree(
            database_, job.actor(), sources_, since_ever,
            [&job](std::int64_t done, std::int64_t total) { job.progress(done, total); });
    };
    return handlers;
}

Result<bool> Upkeep::look() {
    const auto changed = TRY(database_.read(find_changed));
    if (!changed) return false;
    const storage::Actor actor{changed->tenant, {}, "job", "upkeep"};
    TRY(database_.write(actor, [&](storage::Transaction& tx) {
        tx.without_audit("the job itself is recorded when it ends");
        return storage::submit(tx, tree_kind, changed->revision);
    }));
    return true;
}

} // namespace maerkbar::app
