#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "organisation/unit.hpp"

namespace maerkbar::organisation {

// Days during which one unit lay somewhere beneath another (or was that unit itself).
struct Membership {
    UnitId unit;
    Validity valid;
    auto operator<=>(const Membership&) const = default;
};

// Days during which a unit had the same ancestors, nearest first and without itself.
struct Lineage {
    Validity valid;
    std::vector<UnitId> ancestors;
    bool operator==(const Lineage&) const = default;
};

// All units of a tenant with their history: an immutable snapshot, loaded once per version of the
// organisation (see unit_tree_cache.hpp). Two ways to look at it:
//  * as organised then: `ancestors`, `subtree`, … on the day of a fact;
//  * as organised now: the `_now` functions, where a closed unit counts for the unit it was merged into, or
//  else stays
//    where it last lay.
// Unknown ids give empty answers. Lists of units come in the order of `units()` (by id) within one parent.
class UnitTree {
  public:
    UnitTree() = default;
    explicit UnitTree(std::vector<Unit> units);

    [[nodiscard]] std::span<const Unit> units() const { return units_; }
    [[nodiscard]] const Unit* find(UnitId unit) const;
    // The municipality itself: the one unit without parents.
    [[nodiscard]] UnitId root() const { return root_; }
    [[nodiscard]] std::string_view name(UnitId unit, Date day) const;
    [[nodiscard]] bool open(UnitId unit, Date day) const;

    [[nodiscard]] std::optional<UnitId> parent(UnitId unit, Date day) const;
    // Nearest first, without the unit itself.
    [[nodiscard]] std::vector<UnitId> ancestors(UnitId unit, Date day) const;
    [[nodiscard]] std::vector<UnitId> children(UnitId unit, Date day) const;
    // The unit itself first, each unit before what lies beneath it; empty where the unit is not open.
    [[nodiscard]] std::vector<UnitId> subtree(UnitId unit, Date day) const;
    // Whether `unit` is `top` or lies beneath it on that day.
    [[nodiscard]] bool within(UnitId unit, UnitId top, Date day) const;

    // Who ever lay beneath `top` and when, `top` itself included; spans that touch are joined.
    [[nodiscard]] std::vector<Membership> memberships(UnitId top) const;
    // The whole life of `unit`, cut where its ancestors change.
    [[nodiscard]] std::vector<Lineage> lineages(UnitId unit) const;
    // Every day on which anything in the tree changes its place, opens or closes, in order, each once.
    [[nodiscard]] std::vector<Date> change_days() const;

    // The open unit that stands for `unit` today: itself, or what it was merged into; itself where it closed
    // for good.
    [[nodiscard]] UnitId standing_for(UnitId unit, Date today) const;
    // The parent in the tree as organised now; a closed unit keeps its last parent.
    [[nodiscard]] std::optional<UnitId> parent_now(UnitId unit, Date today) const;
    [[nodiscard]] std::vector<UnitId> ancestors_now(UnitId unit, Date today) const;
    // Every unit, open, closed or planned, whose facts count for `top` as organised now; `top` first.
    [[nodiscard]] std::vector<UnitId> subtree_now(UnitId top, Date today) const;
    [[nodiscard]] bool within_now(UnitId unit, UnitId top, Date today) const;

    // The unit that has this code in any register; the own code goes first, then a unit that is open on that
    // day. Upper and lower case and spaces around it do not matter. No value if none or several fit.
    [[nodiscard]] std::optional<UnitId> find_by_code(std::string_view code, Date day) const;
    // The one unit open on that day with this name (letter case does not matter); no value if none or
    // several.
    [[nodiscard]] std::optional<UnitId> find_by_name(std::string_view name, Date day) const;

    // This tree with these units in place of those with the same id, or added.
    [[nodiscard]] UnitTree with(std::span<const Unit> changed) const;

    // The same in this tree itself, which costs what the unit holds and not what the tree does; for work on a
    // copy that nobody else looks at. (Units with ids between others cost the whole tree.)
    void put(Unit unit);
    void take_out(UnitId unit);

    // Who lay beneath this unit at any time, and when.
    [[nodiscard]] std::span<const Membership> ever_below(UnitId unit) const;
    // The units that have this code in any register, at any time.
    [[nodiscard]] std::vector<UnitId> with_code(std::string_view code) const;

  private:
    void index();
    void index(std::size_t position);
    void forget(std::size_t position);
    void collect(Membership at, std::vector<Membership>& into) const;

    std::vector<Unit> units_;
    UnitId root_;
    std::unordered_map<UnitId, std::size_t> position_;
    // For each unit who had it as parent, and when.
    std::unordered_map<UnitId, std::vector<Membership>> below_;
    // Positions in units_ by folded code and by folded name (of any day).
    std::unordered_map<std::string, std::vector<std::size_t>> by_code_;
    std::unordered_map<std::string, std::vector<std::size_t>> by_name_;
};

// Letters in lower case (those of the Nordic languages and ASCII) without spaces around: how codes and names
// compare.
[[nodiscard]] std::string folded(std::string_view text);

} // namespace maerkbar::organisation
