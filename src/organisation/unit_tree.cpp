#include "organisation/unit_tree.hpp"

#include <algorithm>
#include <set>

namespace maerkbar::organisation {
namespace {

// A chain of merges or of parents can never be longer than this in a sound tree; it stops a damaged one.
constexpr int deepest = 1000;

} // namespace

UnitTree::UnitTree(std::vector<Unit> units) : units_(std::move(units)) {
    std::ranges::sort(units_, {}, &Unit::id);
    index();
}

void UnitTree::index() {
    for (std::size_t i = 0; i < units_.size(); ++i)
        index(i);
}

void UnitTree::index(std::size_t position) {
    const auto& unit = units_[position];
    position_.emplace(unit.id, position);
    if (unit.parents.empty() && !root_) root_ = unit.id;
    for (const auto& span : unit.parents) {
        auto& below = below_[span.parent];
        // Lists of units come in the order of ids, which is that of the positions.
        below.insert(std::ranges::upper_bound(below, unit.id, {}, &Membership::unit), {unit.id, span.valid});
    }
    for (const auto& code : unit.codes)
        by_code_[folded(code.value)].push_back(position);
    for (const auto& span : unit.names)
        by_name_[folded(span.name)].push_back(position);
}

void UnitTree::forget(std::size_t position) {
    const auto& unit = units_[position];
    position_.erase(unit.id);
    if (root_ == unit.id) root_ = {};
    for (const auto& span : unit.parents)
        std::erase_if(below_[span.parent], [&](const Membership& one) { return one.unit == unit.id; });
    for (const auto& code : unit.codes)
        std::erase(by_code_[folded(code.value)], position);
    for (const auto& span : unit.names)
        std::erase(by_name_[folded(span.name)], position);
}

void UnitTree::put(Unit unit) {
    const auto known = position_.find(unit.id);
    if (known != position_.end()) {
        const auto position = known->second;
        forget(position);
        units_[position] = std::move(unit);
        return index(position);
    }
    if (!units_.empty() && unit.id < units_.back().id) { // positions follow ids
        *this = with(std::span(&unit, 1));
        return;
    }
    units_.push_back(std::move(unit));
    index(units_.size() - 1);
}

void UnitTree::take_out(UnitId unit) {
    if (!units_.empty() && units_.back().id == unit) {
        forget(units_.size() - 1);
        units_.pop_back();
        return;
    }
    auto others = units_;
    std::erase_if(others, [&](const Unit& other) { return other.id == unit; });
    *this = UnitTree{std::move(others)};
}

std::span<const Membership> UnitTree::ever_below(UnitId unit) const {
    const auto found = below_.find(unit);
    return found == below_.end() ? std::span<const Membership>() : std::span<const Membership>(found->second);
}

std::vector<UnitId> UnitTree::with_code(std::string_view code) const {
    std::vector<UnitId> units;
    if (const auto found = by_code_.find(folded(code)); found != by_code_.end())
        for (const auto position : found->second)
            units.push_back(units_[position].id);
    return units;
}

const Unit* UnitTree::find(UnitId unit) const {
    const auto found = position_.find(unit);
    return found == position_.end() ? nullptr : &units_[found->second];
}

std::string_view UnitTree::name(UnitId unit, Date day) const {
    const auto* found = find(unit);
    return found == nullptr ? std::string_view{} : found->name(day);
}

bool UnitTree::open(UnitId unit, Date day) const {
    const auto* found = find(unit);
    return found != nullptr && found->valid.holds(day);
}

std::optional<UnitId> UnitTree::parent(UnitId unit, Date day) const {
    const auto* found = find(unit);
    return found == nullptr ? std::nullopt : found->parent(day);
}

std::vector<UnitId> UnitTree::ancestors(UnitId unit, Date day) const {
    std::vector<UnitId> chain;
    for (auto up = parent(unit, day); up && std::ssize(chain) < deepest; up = parent(*up, day))
        chain.push_back(*up);
    return chain;
}

std::vector<UnitId> UnitTree::children(UnitId unit, Date day) const {
    std::vector<UnitId> found;
    if (const auto below = below_.find(unit); below != below_.end())
        for (const auto& child : below->second)
            if (child.valid.holds(day)) found.push_back(child.unit);
    return found;
}

std::vector<UnitId> UnitTree::subtree(UnitId unit, Date day) const {
    std::vector<UnitId> found;
    std::vector<UnitId> waiting;
    if (open(unit, day)) waiting.push_back(unit);
    while (!waiting.empty()) {
        found.push_back(waiting.back());
        waiting.pop_back();
        const auto below = children(found.back(), day);
        waiting.insert(waiting.end(), below.rbegin(), below.rend());
    }
    return found;
}

bool UnitTree::within(UnitId unit, UnitId top, Date day) const {
    if (unit == top) return open(unit, day);
    const auto above = ancestors(unit, day);
    return std::ranges::find(above, top) != above.end();
}

void UnitTree::collect(Membership at, std::vector<Membership>& into) const {
    into.push_back(at);
    const auto below = below_.find(at.unit);
    if (below == below_.end() || std::ssize(into) > 1'000'000) return;
    for (const auto& child : below->second)
        if (const auto both = common(child.valid, at.valid); !both.empty()) collect({child.unit, both}, into);
}

std::vector<Membership> UnitTree::memberships(UnitId top) const {
    const auto* unit = find(top);
    if (unit == nullptr) return {};
    std::vector<Membership> found;
    collect({top, unit->valid}, found);
    std::ranges::sort(found);
    std::vector<Membership> joined;
    for (const auto& next : found) {
        if (!joined.empty() && joined.back().unit == next.unit && joined.back().valid.to == next.valid.from)
            joined.back().valid.to = next.valid.to;
        else
            joined.push_back(next);
    }
    return joined;
}

std::vector<Lineage> UnitTree::lineages(UnitId unit) const {
    const auto* self = find(unit);
    if (self == nullptr) return {};
    std::vector<Lineage> lives;
    auto cuts = change_days();
    std::erase_if(cuts, [&](Date day) { return day <= self->valid.from || self->valid.to <= day; });
    cuts.insert(cuts.begin(), self->valid.from);
    for (std::size_t i = 0; i < cuts.size(); ++i) {
        const auto until = i + 1 < cuts.size() ? cuts[i + 1] : self->valid.to;
        auto above = ancestors(unit, cuts[i]);
        if (!lives.empty() && lives.back().ancestors == above)
            lives.back().valid.to = until;
        else
            lives.push_back({{cuts[i], until}, std::move(above)});
    }
    return lives;
}

std::vector<Date> UnitTree::change_days() const {
    std::set<Date> days;
    const auto add = [&](const Validity& valid) {
        days.insert(valid.from);
        if (valid.has_end()) days.insert(valid.to);
    };
    for (const auto& unit : units_) {
        add(unit.valid);
        for (const auto& span : unit.parents)
            add(span.valid);
    }
    return {days.begin(), days.end()};
}

UnitTree UnitTree::with(std::span<const Unit> changed) const {
    auto units = units_;
    for (const auto& unit : changed) {
        const auto same = std::ranges::find(units, unit.id, &Unit::id);
        if (same == units.end())
            units.push_back(unit);
        else
            *same = unit;
    }
    return UnitTree{std::move(units)};
}

} // namespace maerkbar::organisation
