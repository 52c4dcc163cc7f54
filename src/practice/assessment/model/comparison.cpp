#include "practice/assessment/model/comparison.hpp"

#include <algorithm>
#include <cmath>

#include "practice/assessment/model/spread.hpp"

namespace maerkbar::assessment {

Change change_between(const Stand& before, const Stand& now) {
    if (!before.value || !now.value || before.scale != now.scale) return Change::not_comparable;
    const double difference = *now.value - *before.value;
    const double disagreement = std::max(before.sd.value_or(0), now.sd.value_or(0));
    if (difference == 0 || std::abs(difference) < disagreement) return Change::unclear;
    return difference > 0 ? Change::up : Change::down;
}

std::map<std::string, Mapped, std::less<>> mapped(const Model& model, const ItemValues& values,
                                                  std::string_view target) {
    std::map<std::string, Mapped, std::less<>> result;
    std::map<std::string, int, std::less<>> counts;
    for (const auto& mapping : model.mappings) {
        const auto found = values.find(mapping.from);
        if (mapping.target != target || found == values.end()) continue;
        auto& into = result[mapping.to];
        const auto n = ++counts[mapping.to];
        into.value += (found->second - into.value) / n;
        into.inferred = into.inferred || mapping.relation != Relation::equal;
    }
    return result;
}

Comparable comparable(const Mapping& mapping, const Model& from, const Model& to) {
    const auto* here = from.node(mapping.from);
    const auto* there = to.node(mapping.to);
    const auto* ours = here == nullptr ? nullptr : from.scale_of(*here, {});
    const auto* theirs = there == nullptr ? nullptr : to.scale_of(*there, {});
    if (ours == nullptr || theirs == nullptr || ours->ladder().size() != theirs->ladder().size())
        return Comparable::no;
    if (mapping.relation != Relation::equal) return Comparable::inferred;
    const bool same = ours->min == theirs->min && ours->max == theirs->max && ours->whole == theirs->whole;
    return same ? Comparable::directly : Comparable::by_step;
}

std::optional<OverUnits> over_units(std::span<const UnitStand> units, int of) {
    if (units.empty()) return std::nullopt;
    std::vector<double> values;
    Date oldest = units.front().day;
    for (const auto& unit : units) {
        values.push_back(unit.value);
        oldest = std::min(oldest, unit.day);
    }
    const auto [lowest, highest] = std::ranges::minmax(values);
    return OverUnits{static_cast<int>(units.size()), of, median_of(values), lowest, highest, oldest};
}

} // namespace maerkbar::assessment
