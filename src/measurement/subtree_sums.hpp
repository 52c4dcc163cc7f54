#pragma once

#include <set>

#include "measurement/cell_store.hpp"
#include "measurement/recount.hpp"
#include "organisation/unit_tree.hpp"

namespace maerkbar::measurement {

// One sum over a unit and all beneath it.
struct SubtreePeriod {
    UnitId top;
    Period period;
    auto operator<=>(const SubtreePeriod&) const = default;
};

// The first day on which another unit lay beneath this one. From the periods that hold it on, sums over the
// subtree are kept; before, and where there never was one, the unit's own cells are the sums.
[[nodiscard]] std::optional<Date> subtree_begins(const organisation::UnitTree& tree, UnitId unit);

// The sums that a change of these units' own cells touches, by the tree of each day.
[[nodiscard]] std::set<SubtreePeriod> touched_sums(const organisation::UnitTree& tree,
                                                   std::span<const ChangedDay> changes);
// All sums of weeks and months from the one that holds `from` to the one that holds `to`.
[[nodiscard]] std::set<SubtreePeriod> all_sums(const organisation::UnitTree& tree, Date from, Date to);

// Sums own cells, as they are seen under the writer's version, into these subtree cells.
[[nodiscard]] Result<void> write_subtree_sums(storage::Database& database, const organisation::UnitTree& tree,
                                              const CellSet& set, const std::set<SubtreePeriod>& sums,
                                              VersionId version, CellWriter& writer);

} // namespace maerkbar::measurement
