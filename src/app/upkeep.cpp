#include "app/upkeep.hpp"

#include <charconv>

#include "measurement/recompute_jobs.hpp"

namespace maerkbar::app {

namespace {

constexpr std::string_view definition_kind = "measurement.definition";
constexpr std::string_view tree_kind = "measurement.tree";

struct Task {
    TenantId tenant;
    std::string payload; // INDICATOR/EDITION, or the revision of the tree
};

// A job is asked for once: one that failed is not tried again before something changes.
Result<std::vector<Task>> find(storage::Connection& connection, const std::string& candidates,
                               std::string_view kind) {
    return connection.all(
        "select c.tenant_id, c.payload from (" + candidates +
            ") c where not exists (select 1 from job j where j.tenant_id = c.tenant_id and j.kind = ?"
            " and j.payload = c.payload) limit 1",
        {kind}, [](const storage::Row& row) {
            return Task{row.id<TenantId>(0), row.string(1)};
        });
}

const std::string changed_definitions =
    "select i.tenant_id as tenant_id, cast(i.id as text) || '/' || cast(max(e.number) as text) as payload"
    " from indicator i join indicator_edition e on e.tenant_id = i.tenant_id and e.indicator_id = i.id"
    " where e.number > i.edition group by i.tenant_id, i.id";

const std::string changed_trees =
    "select t.id as tenant_id, cast(t.revision as text) as payload from tenant t where t.revision > 0";

IndicatorId indicator_in(const std::string& payload) {
    std::int64_t id = 0;
    std::from_chars(payload.data(), payload.data() + payload.size(), id);
    return IndicatorId{id};
}

} // namespace

storage::LongJobHandlers Upkeep::handlers() {
    const auto progress_of = [](storage::LongJob& job) {
        return [&job](std::int64_t done, std::int64_t total) { job.progress(done, total); };
    };
    storage::LongJobHandlers handlers;
    handlers[std::string(definition_kind)] = [this, progress_of](storage::LongJob& job) {
        return measurement::recompute_definition(database_, job.actor(), sources_,
                                                 indicator_in(job.job().payload), progress_of(job));
    };
    handlers[std::string(tree_kind)] = [this, progress_of](storage::LongJob& job) {
        const auto since_ever = *Date::from(1990, 1, 1); // no import reaches further back
        return measurement::recompute_tree(database_, job.actor(), sources_, since_ever, progress_of(job));
    };
    return handlers;
}

Result<bool> Upkeep::look() {
    for (const auto& [candidates, kind] :
         {std::pair(&changed_definitions, definition_kind), std::pair(&changed_trees, tree_kind)}) {
        const auto tasks =
            TRY(database_.read([&, candidates = candidates, kind = kind](storage::Connection& connection) {
                return find(connection, *candidates, kind);
            }));
        if (tasks.empty()) continue;
        const storage::Actor actor{tasks.front().tenant, {}, "job", "upkeep"};
        TRY(database_.write(actor, [&, kind = kind](storage::Transaction& tx) {
            tx.without_audit("the job itself is recorded when it ends");
            return storage::submit(tx, kind, tasks.front().payload);
        }));
        return true;
    }
    return false;
}

} // namespace maerkbar::app
