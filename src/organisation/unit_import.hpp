#pragma once

#include <functional>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "organisation/tenants.hpp"
#include "organisation/unit_changes.hpp"

// A table of units becomes changes of the tree: rules only, for preview and import alike.
namespace maerkbar::organisation {

// At most so many units in one file.
inline constexpr std::size_t most_import_rows = 20'000;

struct UnitRow {
    std::size_t line = 0; // in the file
    std::string code;     // the municipality's own; how rows, parents and existing units find each other
    std::string name;
    std::string parent; // code of the unit above; empty: the municipality itself
    std::string level;  // code or name of a level; empty: the one below the parent's
};

// What one row does.
struct RowOutcome {
    UnitRow row;
    bool opened = false;
    bool renamed = false;
    bool moved = false;
    std::optional<Error> error = {};
    [[nodiscard]] bool changes() const { return opened || renamed || moved; }
};

struct UnitImport {
    std::vector<RowOutcome> outcomes; // in the order of the file
    std::vector<Unit> changed;        // to store, if no row has an error
    [[nodiscard]] bool sound() const;
};

// Rows may stand in any order. Names and places that differ count from `day` on; new units are open as long
// as the unit above them. Units that the file does not name stay as they are.
struct ImportPlan {
    const UnitTree& tree;
    std::span<const UnitLevel> levels;
    Date day;
    std::function<Result<UnitId>()> next_id;
};
[[nodiscard]] Result<UnitImport> import_units(const ImportPlan& plan, std::vector<UnitRow> rows);

} // namespace maerkbar::organisation
