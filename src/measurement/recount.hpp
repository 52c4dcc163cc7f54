#pragma once

#include <set>
#include <span>
#include <vector>

#include "measurement/cell_store.hpp"
#include "measurement/compiled_definition.hpp"
#include "measurement/surroundings.hpp"

namespace maerkbar::measurement {

// One edition of an indicator whose cells are to be counted.
struct Planned {
    CellSet set;
    CompiledDefinition compiled;
};

// A sum over units that is no longer right, because a cell of this unit changed in this period.
struct ChangedPeriod {
    UnitId unit;
    Period period;
    auto operator<=>(const ChangedPeriod&) const = default;
};

// What a recount found: for each planned edition (same order) the days of each unit whose cells changed.
struct ChangedDay {
    UnitId unit;
    Date day;
    auto operator<=>(const ChangedDay&) const = default;
};
using Changes = std::vector<std::vector<ChangedDay>>;

// Everything a recount works with.
struct RecountContext {
    storage::Database& database;
    const storage::Actor& actor;
    VersionId version;
    const FactSource& source;
    const FactView& view;
    const Surroundings& around;
};

// Counts the facts of one unit on these days (in order, apart from each other) anew; writes what differs from
// what is seen now, and the unit's own sums of the weeks and months concerned. Adds to `changes`.
[[nodiscard]] Result<void> recount_unit(const RecountContext& context, std::span<const Planned> plan,
                                        std::span<const UnitDays> days, CellWriter& writer, Changes& changes);

} // namespace maerkbar::measurement
