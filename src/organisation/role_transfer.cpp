#include "organisation/role_transfer.hpp"

#include <algorithm>

namespace maerkbar::organisation {

Result<std::vector<RoleHolder>> role_holders(storage::Connection& connection, TenantId tenant, UnitId unit) {
    return connection.all(
        "select p.id, p.name, r.role from person_role r join person p on p.tenant_id = r.tenant_id and "
        "p.id = r.person_id where r.tenant_id = ? and r.unit_id = ? order by lower(p.name), p.id, r.role",
        {tenant, unit}, [](const storage::Row& row) {
            return RoleHolder{row.id<PersonId>(0), row.string(1),
                              role_named(row.text(2)).value_or(Role::reader)};
        });
}

Result<void> carry_roles(storage::Transaction& transaction, UnitId from, UnitId into) {
    const auto tenant = transaction.actor().tenant;
    for (const auto& holder : TRY(role_holders(transaction.connection(), tenant, from))) {
        const RoleOnUnit wanted{into, holder.role};
        const auto roles = TRY(roles_of(transaction.connection(), tenant, holder.person));
        if (std::ranges::find(roles, wanted) == roles.end())
            TRY(give_role(transaction, tenant, holder.person, wanted));
    }
    return {};
}

} // namespace maerkbar::organisation
