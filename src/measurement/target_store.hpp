#pragma once

#include <map>
#include <vector>

#include "base/result.hpp"
#include "measurement/target.hpp"
#include "storage/transaction.hpp"

namespace maerkbar::measurement {

using TargetId = StrongId<struct TargetTag>;

struct StoredTarget {
    TargetId id;
    IndicatorId indicator;
    TargetSpan span;
};

// Sets a target from its day on; an own target of that unit which is valid on that day ends there, and later
// ones go where they would overlap. Errors: invalid (target.empty, target.band, target.days).
[[nodiscard]] Result<TargetId> set_target(storage::Transaction& transaction, IndicatorId indicator,
                                          const TargetSpan& target);
// Error: not_found (target.unknown).
[[nodiscard]] Result<void> remove_target(storage::Transaction& transaction, TargetId target);

// Whose target it is; 0 where there is no such target.
[[nodiscard]] Result<UnitId> unit_of(storage::Connection& connection, TenantId tenant, TargetId target);

// In order of unit and day.
[[nodiscard]] Result<std::vector<StoredTarget>> targets(storage::Connection& connection, TenantId tenant,
                                                        IndicatorId indicator);
[[nodiscard]] Result<std::map<IndicatorId, std::vector<TargetSpan>>> all_targets(
    storage::Connection& connection, TenantId tenant);

} // namespace maerkbar::measurement
