#pragma once

#include <string>
#include <vector>

#include "organisation/unit.hpp"
#include "storage/transaction.hpp"

// The levels of the tree: municipality, sector, institution, team, or what the municipality calls them.
namespace maerkbar::organisation {

struct UnitLevel {
    LevelId id;
    std::string code;
    std::string name; // an English gettext key for the four usual ones
    std::int64_t rank = 0;
    std::int64_t version = 1;
    bool operator==(const UnitLevel&) const = default;
};

// Gives a new tenant the four usual ones; the id of the topmost.
Result<LevelId> add_usual_levels(storage::Transaction& transaction, TenantId tenant);

// From the top down.
Result<std::vector<UnitLevel>> read_levels(storage::Connection& connection, TenantId tenant);
// Error: organisation.no_level (not_found).
Result<UnitLevel> read_level(storage::Connection& connection, TenantId tenant, LevelId level);

struct LevelPlace {
    LevelId id; // none: a new one
    std::string name;
    LevelId above; // the level it comes directly after; none: the topmost
};
// Adds or changes a level of the actor's tenant. Errors: organisation.level_name (invalid),
// organisation.level_taken (conflict), organisation.no_level (not_found).
Result<LevelId> save_level(storage::Transaction& transaction, const LevelPlace& wanted);
// Error: organisation.level_used (conflict) while a unit, open or closed, has it, or where it is the last.
Result<void> remove_level(storage::Transaction& transaction, LevelId level);

} // namespace maerkbar::organisation
