#pragma once

#include "measurement/recompute.hpp"
#include "storage/database.hpp"

namespace maerkbar::measurement {

// Beside open_version, publish and discard of recompute.hpp:

// Discards the versions that a stopped program left pending, of all tenants, and removes what is left of
// discarded ones. Call at start, before jobs run.
[[nodiscard]] Result<void> discard_abandoned(storage::Database& database, const storage::Actor& actor);

// Removes cells that newer published versions have replaced, and those of editions out of use, a little at a
// time. Run as a background job.
[[nodiscard]] Result<void> remove_superseded(storage::Database& database, const storage::Actor& actor);

} // namespace maerkbar::measurement
