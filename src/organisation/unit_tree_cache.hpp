#pragma once

#include <map>
#include <memory>
#include <mutex>

#include "organisation/unit_tree.hpp"
#include "storage/database.hpp"

namespace maerkbar::organisation {

// The current snapshot of each tenant's tree; reads it anew only when its revision has changed. Threads may
// share it.
class UnitTreeCache {
  public:
    explicit UnitTreeCache(storage::Database& database) : database_(database) {}

    Result<std::shared_ptr<const UnitTree>> get(TenantId tenant);
    // Within a read that is going on, so that tree and facts are of one moment.
    Result<std::shared_ptr<const UnitTree>> get(storage::Connection& connection, TenantId tenant);

  private:
    struct Snapshot {
        std::int64_t revision = 0;
        std::shared_ptr<const UnitTree> tree;
    };
    storage::Database& database_;
    std::mutex mutex_;
    std::map<TenantId, Snapshot> snapshots_;
};

} // namespace maerkbar::organisation
