#pragma once

#include <cstdint>
#include <functional>
#include <span>

#include "base/result.hpp"
#include "base/strong_id.hpp"
#include "measurement/fact_source.hpp"

namespace maerkbar::storage {
class Database;
class Transaction;
struct Actor;
} // namespace maerkbar::storage

namespace maerkbar::measurement {

// A set of cells that becomes visible in one small transaction. Cells written under a pending version are
// hidden.
using VersionId = StrongId<struct VersionTag>;

using Progress = std::function<void(std::int64_t done, std::int64_t total)>;

// Opens a pending version. `reason` is a stable word: "import", "undo", "definition", "tree", "calendar".
Result<VersionId> open_version(storage::Transaction& transaction, TenantId tenant, std::string_view reason);

// Computes the cells of every indicator on this source for the given days, as they will be under `view`, and
// writes them (and the affected subtree sums) hidden under `version`, in transactions of at most 50 ms.
Result<void> recompute(storage::Database& database, const storage::Actor& actor, VersionId version,
                       const FactSource& source, const FactView& view, std::span<const UnitDays> days,
                       const Progress& progress);

// Makes a pending version visible (call inside the transaction that also publishes or undoes the import).
Result<void> publish(storage::Transaction& transaction, TenantId tenant, VersionId version);

// Removes a pending version that will not be used (a rejected or broken import).
Result<void> discard(storage::Database& database, const storage::Actor& actor, VersionId version);

} // namespace maerkbar::measurement
