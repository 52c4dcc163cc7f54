#include "organisation/unit_tree_cache.hpp"

#include "organisation/store_units.hpp"

namespace maerkbar::organisation {

Result<std::shared_ptr<const UnitTree>> UnitTreeCache::get(TenantId tenant) {
    return database_.read([&](storage::Connection& connection) { return get(connection, tenant); });
}

Result<std::shared_ptr<const UnitTree>> UnitTreeCache::get(storage::Connection& connection, TenantId tenant) {
    const auto revision = TRY(unit_revision(connection, tenant));
    {
        const std::lock_guard lock{mutex_};
        const auto known = snapshots_.find(tenant);
        if (known != snapshots_.end() && known->second.revision == revision) return known->second.tree;
    }
    auto tree = std::make_shared<const UnitTree>(TRY(read_units(connection, tenant)));
    const std::lock_guard lock{mutex_};
    auto& kept = snapshots_[tenant];
    if (!kept.tree || kept.revision < revision) kept = {revision, tree};
    return tree;
}

} // namespace maerkbar::organisation
