#pragma once

#include <string>
#include <vector>

#include "organisation/people.hpp"

// When a unit is merged into another, the people with roles on it have the same roles on the other.
namespace maerkbar::organisation {

struct RoleHolder {
    PersonId person;
    std::string name;
    Role role = Role::reader;
};

// Who has a role on this very unit, by name.
Result<std::vector<RoleHolder>> role_holders(storage::Connection& connection, TenantId tenant, UnitId unit);

// Gives everybody with a role on `from` the same role on `into`. They keep the one on `from`, so that taking
// the merging back takes nothing from them.
Result<void> carry_roles(storage::Transaction& transaction, UnitId from, UnitId into);

} // namespace maerkbar::organisation
