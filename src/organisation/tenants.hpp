#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.hpp"
#include "base/strong_id.hpp"
#include "organisation/holidays.hpp"
#include "organisation/unit.hpp"
#include "storage/transaction.hpp"

namespace maerkbar::organisation {

// A municipality (or other customer) of this installation.
struct Tenant {
    TenantId id;
    std::string name;
    Country country = Country::denmark;
    std::string host = {}; // the host name that leads here; needed only when there are several
};

// A level of the tree: municipality, sector, institution, team, or what the municipality calls it.
struct UnitLevel {
    LevelId id;
    std::string code;
    std::string name; // an English gettext key for the four usual ones
    std::int64_t rank = 0;
    bool operator==(const UnitLevel&) const = default;
};

struct NewTenant {
    std::string name;
    Country country = Country::denmark;
};

struct CreatedTenant {
    Tenant tenant;
    UnitId root; // the municipality itself, open since always
};

// Creates the tenant with the four usual levels and its topmost unit, which bears the municipality's name.
Result<CreatedTenant> create_tenant(storage::Transaction& transaction, const NewTenant& wanted);

Result<std::optional<Tenant>> find_tenant(storage::Connection& connection, TenantId tenant);
// The tenant of that host name, or the only one there is.
Result<std::optional<Tenant>> tenant_at_host(storage::Connection& connection, std::string_view host);
Result<bool> any_tenant(storage::Connection& connection);
// From the top down.
Result<std::vector<UnitLevel>> read_levels(storage::Connection& connection, TenantId tenant);

// Changes name and country; the topmost unit keeps its own name.
Result<void> save_tenant(storage::Transaction& transaction, const Tenant& tenant);

} // namespace maerkbar::organisation
