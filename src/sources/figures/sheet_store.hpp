#pragma once

#include "sources/figures/sheet.hpp"
#include "storage/transaction.hpp"

namespace maerkbar::sources {

// Keeps what the actor has typed on this sheet until they publish it; what they kept of it before goes.
[[nodiscard]] Result<void> keep_draft(storage::Transaction& transaction, const SheetChoice& choice,
                                      const Typed& typed);
[[nodiscard]] Result<void> drop_draft(storage::Transaction& transaction, const SheetChoice& choice);
// The cells of the actor's drafts of this unit and series, whatever their periods.
[[nodiscard]] Result<Typed> read_draft(storage::Connection& connection, const storage::Actor& actor,
                                       const SheetChoice& choice);
// The sheets of which the person has kept something, in order of series and unit.
[[nodiscard]] Result<std::vector<SheetChoice>> drafts_of(storage::Connection& connection,
                                                         const storage::Actor& actor);

// What has been typed and published on this sheet and counts now.
[[nodiscard]] Result<Numbers> read_published(storage::Connection& connection, TenantId tenant,
                                             const SheetChoice& choice);
// The names of all series, from files and typed.
[[nodiscard]] Result<std::vector<std::string>> known_series(storage::Connection& connection, TenantId tenant);

} // namespace maerkbar::sources
