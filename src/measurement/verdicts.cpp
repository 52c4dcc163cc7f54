#include "measurement/verdicts.hpp"

#include <algorithm>

#include "measurement/released_figures.hpp"
#include "measurement/verdict_changes.hpp"
#include "organisation/places.hpp"

namespace maerkbar::measurement {

namespace {

using Ground = VerdictSnapshot::Ground;

Result<Reach> read_reach(storage::Connection& connection, const FactSource& source, TenantId tenant,
                         Date today) {
    Reach reach{{}, source.schema().by_period, today};
    if (const auto* released = source.released()) {
        const auto found = TRY(released->reach(connection, tenant));
        reach.last_fact = found.last_day;
        reach.edition = found.edition;
        return reach;
    }
    for (const auto& span : TRY(source.extent(connection, {tenant})))
        reach.last_fact = std::max(reach.last_fact.value_or(span.last), span.last);
    reach.live = source.schema().live;
    if (reach.live && reach.last_fact) reach.last_fact = today;
    return reach;
}

// The facts are asked only when cells were published since; releases come without cells, and live sources
// reach until today.
Result<void> read_reaches(storage::Connection& connection, const SourceList& sources,
                          const VerdictSnapshot* before, Ground& ground) {
    if (before != nullptr && before->ground().cells_version == ground.cells_version) {
        ground.reaches = before->ground().reaches;
    }
    for (const auto* source : sources.all())
        if (source->released() != nullptr || source->schema().live ||
            !ground.reaches.contains(source->schema().name))
            ground.reaches[source->schema().name] =
                TRY(read_reach(connection, *source, ground.tenant, ground.today));
    return {};
}

} // namespace

std::shared_ptr<VerdictSnapshot> Verdicts::known(TenantId tenant) {
    const std::lock_guard lock(mutex_);
    const auto found = snapshots_.find(tenant);
    return found == snapshots_.end() ? nullptr : found->second;
}

Result<std::shared_ptr<VerdictSnapshot>> Verdicts::read(storage::Connection& connection, Ground ground,
                                                        VerdictSnapshot* before) {
    ground.cells_version = TRY(connection.number(
        "select max(id) from cell_version where tenant_id = ? and state = 'published'", {ground.tenant}));
    ground.indicators = TRY(indicators(connection, ground.tenant));
    ground.targets = TRY(all_targets(connection, ground.tenant));
    ground.decisions = TRY(all_decisions(connection, ground.tenant));
    TRY(read_reaches(connection, sources_, before, ground));
    for (const auto& closing : TRY(organisation::list_closing_days(connection, ground.tenant)))
        ground.closing_days.push_back(closing.day);
    const auto calendar = TRY(organisation::read_calendar(connection, ground.tenant));
    for (const auto& holiday : organisation::holidays(calendar.country(), ground.today.year()))
        ground.closing_days.push_back(holiday.day);
    for (auto& [source, reach] : ground.reaches)
        reach.days_at_work = [calendar](Date from, Date to) -> std::int64_t {
            return organisation::working_days_between(calendar, from, to);
        };
    auto fresh = std::make_shared<VerdictSnapshot>(std::move(ground), sources_);
    if (before == nullptr) return fresh;
    const auto changes = TRY(VerdictChanges::between(connection, before->ground(), fresh->ground()));
    fresh->take_over(*before, [&](const VerdictQuestion& question) { return !changes.touches(question); });
    return fresh;
}

Result<std::shared_ptr<VerdictSnapshot>> Verdicts::now(storage::Connection& connection, TenantId tenant,
                                                       Date today) {
    Ground ground;
    ground.tenant = tenant;
    ground.today = today;
    ground.data_version = TRY(data_version(connection, tenant));
    ground.tree = TRY(trees_.get(connection, tenant));
    const auto before = known(tenant);
    if (before && before->ground().data_version == ground.data_version &&
        before->ground().tree == ground.tree && before->ground().today == today)
        return before;
    auto fresh = TRY(read(connection, std::move(ground), before.get()));
    const std::lock_guard lock(mutex_);
    return snapshots_[tenant] = std::move(fresh);
}

Result<bool> Verdicts::warm(Date today) {
    std::vector<TenantId> tenants;
    {
        const std::lock_guard lock(mutex_);
        for (const auto& [tenant, snapshot] : snapshots_)
            tenants.push_back(tenant);
    }
    for (const auto tenant : tenants)
        if (TRY(warm(tenant, today))) return true;
    return false;
}

Result<bool> Verdicts::warm(TenantId tenant, Date today) {
    constexpr int at_once = 16; // some milliseconds; then jobs are looked for again
    return database_.read([&](storage::Connection& connection) -> Result<bool> {
        const auto snapshot = TRY(now(connection, tenant, today));
        for (int i = 0; i < at_once; ++i) {
            const auto question = snapshot->next_dropped();
            if (!question) return false;
            // What cannot be answered any more says so when somebody asks.
            (void)snapshot->verdict(connection, *question);
        }
        return true;
    });
}

Result<std::shared_ptr<const Verdict>> Verdicts::get(TenantId tenant, const VerdictQuestion& question,
                                                     Date today) {
    return database_.read([&](storage::Connection& connection) -> Result<std::shared_ptr<const Verdict>> {
        const auto snapshot = TRY(now(connection, tenant, today));
        return snapshot->verdict(connection, question);
    });
}

} // namespace maerkbar::measurement
