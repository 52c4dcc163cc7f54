#include "organisation/unit_changes.hpp"

#include "base/translatable.hpp"

#include <algorithm>

namespace maerkbar::organisation {
namespace {

Error invalid(std::string code, std::string text, std::string field) {
    return {ErrorKind::invalid, "organisation." + std::move(code), std::move(text), {}, std::move(field)};
}

Result<Unit> known(const UnitTree& tree, UnitId unit) {
    const auto* found = tree.find(unit);
    if (found == nullptr)
        return Error{ErrorKind::not_found, "organisation.unknown_unit", "There is no such unit."};
    return *found;
}

// As known(), and the unit must be open on that day.
Result<Unit> open_on(const UnitTree& tree, UnitId id, Date day) {
    auto unit = TRY(known(tree, id));
    if (unit.valid.holds(day)) return unit;
    return invalid("day_outside", translatable("The day lies outside the days when the unit is open."),
                   "from");
}

// Puts `changed` in from that day until the next recorded change, and returns the span.
template <typename Span>
Span& change_from(std::vector<Span>& spans, Date day) {
    const auto at = std::ranges::find_if(spans, [day](const Span& span) { return span.valid.holds(day); });
    if (at->valid.from == day) return *at;
    Span later = *at;
    at->valid.to = day;
    later.valid.from = day;
    return *spans.insert(std::next(at), std::move(later));
}

template <typename Span>
void end_at(std::vector<Span>& spans, Date day) {
    std::erase_if(spans, [day](const Span& span) { return day <= span.valid.from; });
    if (!spans.empty()) spans.back().valid.to = std::min(spans.back().valid.to, day);
}

template <typename Span>
void start_at(std::vector<Span>& spans, Date day) {
    std::erase_if(spans, [day](const Span& span) { return span.valid.to <= day; });
    if (!spans.empty()) spans.front().valid.from = day;
}

void end_unit(Unit& unit, Date day) {
    unit.valid.to = day;
    end_at(unit.names, day);
    end_at(unit.parents, day);
}

// The changed units, once each of them is sound in the tree that they make.
Changes checked(const UnitTree& tree, std::vector<Unit> changed) {
    const auto after = tree.with(changed);
    for (const auto& unit : changed)
        TRY(check_unit(after, unit.id));
    return changed;
}

// Puts the unit into the tree if it is sound there.
Changed put_checked(UnitTree& tree, Unit unit) {
    const auto id = unit.id;
    const auto* known = tree.find(id);
    const auto before = known == nullptr ? std::nullopt : std::optional<Unit>(*known);
    tree.put(std::move(unit));
    const auto sound = check_unit(tree, id);
    if (sound.ok()) return id;
    if (before)
        tree.put(*before);
    else
        tree.take_out(id);
    return sound.error();
}

Result<Unit> opened(const UnitTree& tree, NewUnit wanted) {
    const Validity valid{wanted.from, forever};
    Unit unit{wanted.id, wanted.level, valid, {{valid, std::move(wanted.name)}}, {}, std::move(wanted.codes)};
    if (wanted.parent) unit.parents = {{valid, wanted.parent}};
    if (!wanted.parent && tree.root())
        return invalid("root", translatable("Choose the unit that the new one lies beneath."), "parent");
    return unit;
}

Result<Unit> moved(const UnitTree& tree, UnitId id, UnitId parent, Date from) {
    if (id == tree.root())
        return invalid("root", translatable("The topmost unit cannot be moved."), "parent");
    auto unit = TRY(open_on(tree, id, from));
    if (unit.parent(from) == parent)
        return invalid("already_there", translatable("The unit lies there already on that day."), "parent");
    change_from(unit.parents, from).parent = parent;
    return unit;
}

Result<Unit> renamed(const UnitTree& tree, UnitId id, std::string name, Date from) {
    auto unit = TRY(open_on(tree, id, from));
    change_from(unit.names, from).name = std::move(name);
    return unit;
}

// From `from` on the unit's children lie beneath `into`; those that change.
std::vector<Unit> handed_over(const UnitTree& tree, UnitId unit, UnitId into, Date from) {
    std::vector<Unit> changed;
    for (auto child : tree.units()) {
        bool different = false;
        for (std::size_t i = 0; i < child.parents.size(); ++i) {
            const auto& span = child.parents[i];
            if (span.parent != unit || span.valid.to <= from) continue;
            change_from(child.parents, std::max(from, span.valid.from)).parent = into;
            different = true;
        }
        if (different) changed.push_back(std::move(child));
    }
    return changed;
}

} // namespace

Changes open_unit(const UnitTree& tree, NewUnit wanted) {
    return checked(tree, {TRY(opened(tree, std::move(wanted)))});
}

Changes move_unit(const UnitTree& tree, UnitId id, UnitId parent, Date from) {
    return checked(tree, {TRY(moved(tree, id, parent, from))});
}

Changes rename_unit(const UnitTree& tree, UnitId id, std::string name, Date from) {
    return checked(tree, {TRY(renamed(tree, id, std::move(name), from))});
}

Changed open_in(UnitTree& tree, NewUnit wanted) {
    return put_checked(tree, TRY(opened(tree, std::move(wanted))));
}

Changed move_in(UnitTree& tree, UnitId id, UnitId parent, Date from) {
    return put_checked(tree, TRY(moved(tree, id, parent, from)));
}

Changed rename_in(UnitTree& tree, UnitId id, std::string name, Date from) {
    return put_checked(tree, TRY(renamed(tree, id, std::move(name), from)));
}

Changes close_unit(const UnitTree& tree, UnitId id, Date from) {
    if (id == tree.root()) return invalid("root", translatable("The topmost unit cannot be closed."), "from");
    auto unit = TRY(open_on(tree, id, from));
    end_unit(unit, from);
    return checked(tree, {std::move(unit)});
}

Changes reopen_unit(const UnitTree& tree, UnitId id) {
    auto unit = TRY(known(tree, id));
    unit.valid.to = forever;
    unit.names.back().valid.to = forever;
    if (!unit.parents.empty()) unit.parents.back().valid.to = forever;
    unit.successor = {};
    return checked(tree, {std::move(unit)});
}

Changes merge_unit(const UnitTree& tree, UnitId id, UnitId into, Date from) {
    if (id == tree.root())
        return invalid("root", translatable("The topmost unit cannot be merged into another."), "into");
    if (id == into) return invalid("cycle", translatable("A unit cannot be merged into itself."), "into");
    auto unit = TRY(open_on(tree, id, from));
    TRY(open_on(tree, into, from));
    auto changed = handed_over(tree, id, into, from);
    end_unit(unit, from);
    unit.successor = into;
    changed.push_back(std::move(unit));
    return checked(tree, std::move(changed));
}

Changes correct_unit(const UnitTree& tree, UnitId id, UnitFacts facts) {
    auto unit = TRY(known(tree, id));
    unit.level = facts.level;
    unit.codes = std::move(facts.codes);
    std::erase_if(unit.codes, [](const UnitCode& code) { return folded(code.value).empty(); });
    unit.valid.from = facts.opened;
    start_at(unit.names, facts.opened);
    start_at(unit.parents, facts.opened);
    return checked(tree, {std::move(unit)});
}

} // namespace maerkbar::organisation
