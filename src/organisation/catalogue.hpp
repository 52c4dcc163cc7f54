#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "organisation/access.hpp"
#include "storage/transaction.hpp"

// Services, channels, customer types and contact points: short lists that a municipality keeps itself.
namespace maerkbar::organisation {

using CatalogueId = StrongId<struct CatalogueTag>;

enum class CatalogueKind { service, channel, customer_type, contact_point };
inline constexpr CatalogueKind catalogue_kinds[] = {CatalogueKind::service, CatalogueKind::channel,
                                                    CatalogueKind::customer_type,
                                                    CatalogueKind::contact_point};
[[nodiscard]] std::string_view name_of(
    CatalogueKind kind); // "service", "channel", "customer_type", "contact_point"
[[nodiscard]] std::optional<CatalogueKind> catalogue_kind(std::string_view name);

struct CatalogueEntry {
    CatalogueId id;
    CatalogueKind kind = CatalogueKind::service;
    std::string name;
    std::string code = {}; // what other systems call it
    std::string kle = {};  // KLE number, as the municipality writes it; of services only
    UnitId unit = {};      // for this unit and what lies beneath it; none: for all
    bool active = true;    // no longer offered, but kept for what was counted with it
    std::int64_t version = 1;
};

// In the order of names, those no longer offered last.
Result<std::vector<CatalogueEntry>> list_entries(storage::Connection& connection, TenantId tenant,
                                                 CatalogueKind kind);
// Error: organisation.unknown_entry (not_found).
Result<CatalogueEntry> read_entry(storage::Connection& connection, TenantId tenant, CatalogueId entry);
// Adds it when it has no id. Errors: organisation.entry_name (invalid), organisation.entry_taken (conflict)
// where the same list has an active entry of that name for the same unit.
Result<CatalogueId> save_entry(storage::Transaction& transaction, const CatalogueEntry& entry);

} // namespace maerkbar::organisation
