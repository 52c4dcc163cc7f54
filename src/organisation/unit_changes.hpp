#pragma once

#include <string>
#include <vector>

#include "base/result.hpp"
#include "organisation/unit_tree.hpp"

namespace maerkbar::organisation {

// The rules for changing the organisation, without database and clock. Each function gives the units that
// become different, with their whole history, or says why it cannot be done; nothing that was true before the
// given day is ever lost. A change dated D lasts until the next change of the same kind that is already
// recorded, so changes with different dates can be entered in any order. Errors: organisation.unknown_unit
// (not_found), organisation.day_outside, organisation.root, organisation.cycle, organisation.parent_closed,
// organisation.open_children, organisation.code_taken, organisation.already_there, organisation.name_missing
// and organisation.name_long (all invalid).
using Changes = Result<std::vector<Unit>>;

struct NewUnit {
    UnitId id; // not used before
    LevelId level;
    std::string name;
    UnitId parent; // none only for the very first unit
    Date from = beginning;
    std::vector<UnitCode> codes = {};
};

[[nodiscard]] Changes open_unit(const UnitTree& tree, NewUnit wanted);

// The same three for one change after another, as in a file of units: makes each in the tree itself, and
// answers the unit it changed; a tree in which it would not be sound stays as it was.
using Changed = Result<UnitId>;
[[nodiscard]] Changed open_in(UnitTree& tree, NewUnit wanted);
[[nodiscard]] Changed move_in(UnitTree& tree, UnitId unit, UnitId parent, Date from);
[[nodiscard]] Changed rename_in(UnitTree& tree, UnitId unit, std::string name, Date from);

[[nodiscard]] Changes move_unit(const UnitTree& tree, UnitId unit, UnitId parent, Date from);
[[nodiscard]] Changes rename_unit(const UnitTree& tree, UnitId unit, std::string name, Date from);
// `from` is the first day on which the unit is no longer open; units beneath it must be moved or closed
// first.
[[nodiscard]] Changes close_unit(const UnitTree& tree, UnitId unit, Date from);
// Takes back a closing or merging; what was beneath a merged unit stays where it went.
[[nodiscard]] Changes reopen_unit(const UnitTree& tree, UnitId unit);
// From `from` on, all that lies beneath the unit lies beneath `into`, and the unit is closed.
[[nodiscard]] Changes merge_unit(const UnitTree& tree, UnitId unit, UnitId into, Date from);

// What has no history: corrected for all days.
struct UnitFacts {
    LevelId level;
    Date opened = beginning;
    std::vector<UnitCode> codes = {};
};
[[nodiscard]] Changes correct_unit(const UnitTree& tree, UnitId unit, UnitFacts facts);

// Whether this unit of the tree is sound: it has a name and (but for the root) a parent on each of its days,
// the parent is open on those days, it never lies beneath itself, nothing lies beneath it when it is closed,
// and no unit open at the same time has its codes.
[[nodiscard]] Result<void> check_unit(const UnitTree& tree, UnitId unit);

} // namespace maerkbar::organisation
