#pragma once

#include "measurement/indicator_store.hpp"
#include "measurement/recount.hpp"

namespace maerkbar::measurement {

// The parts of recompute() that know no organisation store; for it, for jobs and for tests.

// Finds categories by their text without regard to letter case; good as long as both arguments.
[[nodiscard]] CategoryLookup category_lookup(storage::Connection& connection, const FactSource& source,
                                             TenantId tenant);

// The editions in use that are computed from this source.
[[nodiscard]] Result<std::vector<Planned>> plan_source(storage::Connection& connection,
                                                       const FactSource& source, TenantId tenant);

// Whether what is counted depends on closing days or opening hours.
[[nodiscard]] bool follows_calendar(const CompiledDefinition& definition, const SourceSchema& schema);

// Counts these days anew for every planned edition and rebuilds the sums they touch.
[[nodiscard]] Result<void> compute_cells(const RecountContext& context, std::span<const Planned> plan,
                                         std::span<const UnitDays> days, const Progress& progress);

// Counts everything anew for the waiting edition of one indicator; publish() then puts it to use.
[[nodiscard]] Result<void> compute_definition(const RecountContext& context, IndicatorId indicator,
                                              const Progress& progress);

// Rebuilds the subtree sums of all indicators of the tenant from `from` on, after the tree has changed.
[[nodiscard]] Result<void> compute_tree(const RecountContext& context, Date from, const Progress& progress);

} // namespace maerkbar::measurement
