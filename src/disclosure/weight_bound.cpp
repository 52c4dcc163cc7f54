#include "disclosure/weight_bound.hpp"

#include <algorithm>

namespace maerkbar::disclosure {

const ReleasedSpan::Equation& WeightBound::equation(std::uint32_t number) const {
    const auto changed = changed_.find(number);
    return changed == changed_.end() ? span_.equation(number) : changed->second;
}

std::vector<std::uint32_t> WeightBound::equations_with(Class column) const {
    auto found = span_.equations_with(column);
    if (const auto gained = gained_.find(column); gained != gained_.end())
        for (const auto number : gained->second)
            if (std::find(found.begin(), found.end(), number) == found.end()) found.push_back(number);
    std::erase_if(found, [&](auto number) {
        return spent_.contains(number) ||
               (changed_.contains(number) && factor_of(equation(number).row, column).zero());
    });
    return found;
}

// Large pivots are left out: a sum that holds one is heavy enough, however often they are used.
WeightBound::Move WeightBound::move_from(Class column) const {
    Move move{column, weights_[column].weight, {}};
    for (const auto number : equations_with(column)) {
        const auto pivot = equation(number).pivot;
        if (weights_[pivot].large) continue;
        move.weight = std::min(move.weight, weights_[pivot].weight);
        move.equations.push_back(number);
    }
    return move;
}

// The heaviest; of those the one that uses up fewest. Weight 0 where there is none.
WeightBound::Move WeightBound::best_move(const Row& row) const {
    Move best;
    for (const auto& entry : row) {
        if (used_.contains(entry.first)) continue;
        auto move = move_from(entry.first);
        const bool better = move.weight > best.weight ||
                            (move.weight == best.weight && move.equations.size() < best.equations.size());
        if (better) best = std::move(move);
    }
    return best;
}

void WeightBound::change(std::uint32_t number, ReleasedSpan::Equation to) {
    lost_ = lost_ || lost(to.row);
    const auto& before = equation(number).row;
    auto old = before.begin();
    for (const auto& entry : to.row) {
        while (old != before.end() && old->first < entry.first)
            ++old;
        if (old == before.end() || old->first != entry.first) gained_[entry.first].push_back(number);
    }
    changed_[number] = std::move(to);
}

// Another class of the equation that is not used yet takes the pivot's place, and leaves all other equations.
void WeightBound::replace_pivot(std::uint32_t number, Row& row) {
    const auto old = equation(number);
    std::optional<Class> pivot;
    for (const auto& entry : old.row)
        if (!used_.contains(entry.first) &&
            (!pivot || weights_[entry.first].weight > weights_[*pivot].weight))
            pivot = entry.first;
    if (!pivot) {
        spent_.insert(number);
        return;
    }
    const auto unit = divided(old.row, factor_of(old.row, *pivot));
    for (const auto other : equations_with(*pivot)) {
        if (other == number) continue;
        const auto& from = equation(other);
        work_ += from.row.size() + unit.size();
        change(other, {from.pivot, minus(from.row, factor_of(from.row, *pivot), unit)});
    }
    row = minus(row, factor_of(row, *pivot), unit);
    change(number, {*pivot, unit});
}

std::int64_t WeightBound::of(Row row) {
    std::int64_t bound = 0;
    while (bound < enough_ && !lost_ && work_ < most_work) {
        const auto move = best_move(row);
        if (move.weight == 0) break;
        bound += move.weight;
        used_.insert(move.from);
        for (const auto number : move.equations)
            used_.insert(equation(number).pivot);
        for (const auto number : move.equations)
            replace_pivot(number, row);
        lost_ = lost_ || lost(row);
    }
    return lost_ ? 0 : bound;
}

} // namespace maerkbar::disclosure
