#pragma once

#include <map>

#include "measurement/cell_store.hpp"
#include "measurement/compiled_definition.hpp"
#include "organisation/unit_tree.hpp"

namespace maerkbar::measurement {

// Whose facts count for a unit that others came to or left.
enum class View {
    as_then, // the tree of the day of the fact
    as_now,  // the tree of today
};

// Which cells of a unit are asked for: itself and all beneath it, in periods of this kind that lie in [first,
// last].
struct CellQuestion {
    UnitId unit;
    PeriodKind kind = PeriodKind::month;
    Date first;
    Date last;
    View view = View::as_then;
    Date today = {}; // for as_now
    Stock stock = Stock::none;
};

// The events that a count of rows counts, in [first, last] of a question in months: each once, in order of
// day. `by_fact_day`: the day an event belongs to is the fact's own. Meant for few events: it reads the days
// of months that have some.
[[nodiscard]] Result<std::vector<Date>> read_event_days(storage::Connection& connection,
                                                        const organisation::UnitTree& tree,
                                                        const CellSet& set, const CellQuestion& question,
                                                        bool by_fact_day);

// Units whose days count, and when: by the tree of each day, or of today.
[[nodiscard]] std::vector<organisation::Membership> members(const organisation::UnitTree& tree,
                                                            const CellQuestion& question);

// Only periods with facts; of states (question.stock) see read_states. Every sum is made of few stored cells,
// but for days, which are counted from the day cells of all units beneath.
[[nodiscard]] Result<std::map<Period, Cell>> read_cells(storage::Connection& connection,
                                                        const organisation::UnitTree& tree,
                                                        const CellSet& set, const CellQuestion& question);

} // namespace maerkbar::measurement
