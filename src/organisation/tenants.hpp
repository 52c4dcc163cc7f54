#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "base/result.hpp"
#include "base/strong_id.hpp"
#include "organisation/holidays.hpp"
#include "organisation/levels.hpp"
#include "storage/transaction.hpp"

namespace maerkbar::organisation {

// A municipality (or other customer) of this installation.
struct Tenant {
    TenantId id;
    std::string name;
    Country country = Country::denmark;
    std::string host = {};   // the host name that leads here; needed only when there are several
    std::string colour = {}; // "#1b4f8c", for theme.css; empty: the built-in palette
    std::int64_t version = 1;
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
// "da" or "nb", of its country: for texts that are stored or sent where nobody has chosen a language.
Result<std::string_view> language_of(storage::Connection& connection, TenantId tenant);
Result<bool> any_tenant(storage::Connection& connection);

// Changes name, country, host and colour; the topmost unit keeps its own name. Errors:
// organisation.name_missing, organisation.host_name, organisation.colour and organisation.colour_contrast
// (all invalid), organisation.host_taken (conflict).
Result<void> save_tenant(storage::Transaction& transaction, const Tenant& tenant);

} // namespace maerkbar::organisation
