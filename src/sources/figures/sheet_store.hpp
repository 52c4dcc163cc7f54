#pragma once

#include "sources/figures/sheet.hpp"
#include "storage/transaction.hpp"
#include "web/identity.hpp"

namespace maerkbar::sources {

// Whose drafts: a person's, or an integration's, which goes by its token.
struct DraftOwner {
    TenantId tenant;
    std::int64_t number = 0; // of the person; of the token, below zero
};
[[nodiscard]] DraftOwner draft_owner(const web::Identity& who);

// Keeps what the owner has typed on this sheet until they publish it; what they kept of it before goes.
[[nodiscard]] Result<void> keep_draft(storage::Transaction& transaction, const DraftOwner& owner,
                                      const SheetChoice& choice, const Typed& typed);
[[nodiscard]] Result<void> drop_draft(storage::Transaction& transaction, const DraftOwner& owner,
                                      const SheetChoice& choice);
// The cells of the owner's drafts of this unit and series, whatever their periods.
[[nodiscard]] Result<Typed> read_draft(storage::Connection& connection, const DraftOwner& owner,
                                       const SheetChoice& choice);
// The sheets of which the owner has kept something, in order of series and unit.
[[nodiscard]] Result<std::vector<SheetChoice>> drafts_of(storage::Connection& connection,
                                                         const DraftOwner& owner);

// What has been typed and published on this sheet and counts now.
[[nodiscard]] Result<Numbers> read_published(storage::Connection& connection, TenantId tenant,
                                             const SheetChoice& choice);
// The names of all series, from files and typed.
[[nodiscard]] Result<std::vector<std::string>> known_series(storage::Connection& connection, TenantId tenant);

} // namespace maerkbar::sources
