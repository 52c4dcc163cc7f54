#pragma once

#include <string_view>

#include "base/function_ref.hpp"
#include "organisation/unit_changes.hpp"
#include "storage/transaction.hpp"

namespace maerkbar::organisation {

// All units of the tenant with their history.
Result<UnitTree> read_units(storage::Connection& connection, TenantId tenant);
// Counts the changes of the tree: a snapshot with this number is current. 0 for an unknown tenant.
Result<std::int64_t> unit_revision(storage::Connection& connection, TenantId tenant);

// Runs a rule on the tree as it is now and stores what it changes, in the actor's tenant; changes of two
// people at once come one after the other. `action` and `details` (JSON) go to the audit trail of `unit`.
struct UnitAction {
    std::string_view action; // "unit.moved"
    UnitId unit;
    std::string details = "{}";
};
Result<void> change_units(storage::Transaction& transaction, const UnitAction& action,
                          FunctionRef<Changes(const UnitTree&)> rule);

// Opens a unit under a new id; `wanted.id` is not read.
Result<UnitId> add_unit(storage::Transaction& transaction, TenantId tenant, NewUnit wanted);

} // namespace maerkbar::organisation
