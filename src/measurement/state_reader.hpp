#pragma once

#include <map>
#include <span>

#include "measurement/cell_reader.hpp"

namespace maerkbar::measurement {

// The state at the end of each period in [first, last] of the question, added over the units that lie beneath
// at that moment; made of the units' own cells, because states add over no time and go with a unit that
// moves.
//   reported: the last state of each unit in the period. A unit without one counts nothing, and one whose
//   state
//             is older than states of this series usually are counts in `units_late`: nothing is carried
//             silently.
//   standing: all that came up to the end of the period, less what went.
[[nodiscard]] Result<std::map<Period, Cell>> read_states(storage::Connection& connection,
                                                         std::span<const organisation::Membership> members,
                                                         const CellSet& set, const CellQuestion& question);

} // namespace maerkbar::measurement
