#include "disclosure/released_span.hpp"

#include <algorithm>
#include <map>
#include <set>

#include "base/distinct.hpp"

namespace maerkbar::disclosure {

namespace {

// A large class if there is one, else the heaviest.
Partition::Class best_pivot(const Row& row, ClassWeights weights) {
    const auto worse = [&](const auto& a, const auto& b) {
        const auto& one = weights[a.first];
        const auto& other = weights[b.first];
        return one.large != other.large ? other.large : one.weight < other.weight;
    };
    return std::max_element(row.begin(), row.end(), worse)->first;
}

} // namespace

bool ReleasedSpan::has(std::uint32_t equation, Class column) const {
    return !factor_of(equations_[equation].row, column).zero();
}

void ReleasedSpan::grow(std::size_t classes) {
    equation_of_pivot_.resize(classes, none);
    equations_with_.resize(classes);
}

void ReleasedSpan::replace(std::uint32_t equation, Row row) {
    exhausted_ = exhausted_ || lost(row);
    auto& old = equations_[equation].row;
    for (const auto& entry : row)
        if (factor_of(old, entry.first).zero()) equations_with_[entry.first].push_back(equation);
    old = std::move(row);
}

// Takes the column out of all other equations.
void ReleasedSpan::make_pivot(std::uint32_t equation, Class column) {
    auto& [pivot, row] = equations_[equation];
    if (pivot < equation_of_pivot_.size() && equation_of_pivot_[pivot] == equation)
        equation_of_pivot_[pivot] = none;
    pivot = column;
    equation_of_pivot_[column] = equation;
    row = divided(std::move(row), factor_of(row, column));
    const auto others = std::move(equations_with_[column]);
    equations_with_[column] = {equation};
    for (const auto other : others)
        if (other != equation && has(other, column))
            replace(other, minus(equations_[other].row, factor_of(equations_[other].row, column), row));
}

void ReleasedSpan::follow(std::span<const Partition::Split> splits, ClassWeights weights) {
    grow(weights.size());
    for (const auto& [old, added] : splits) {
        for (const auto equation : std::vector(equations_with_[old])) {
            auto& row = equations_[equation].row;
            const auto factor = factor_of(row, old);
            // Classes are numbered as they come, so the new one stands last.
            if (factor.zero() || row.back().first == added) continue;
            row.emplace_back(added, factor);
            equations_with_[added].push_back(equation);
        }
    }
    for (const auto& split : splits) {
        const auto equation = equation_of_pivot_[split.old];
        if (equation == none || weights[split.old].large) continue;
        const auto best = best_pivot(equations_[equation].row, weights);
        if (best != split.old) make_pivot(equation, best);
    }
}

Row ReleasedSpan::reduced(std::span<const Class> sum) const {
    // Pivots stand in one equation each, so one subtraction an equation is enough.
    std::map<Class, Fraction> rest;
    for (const auto of : sum)
        rest.emplace(of, 1);
    for (const auto of : sum) {
        const auto equation = of < equation_of_pivot_.size() ? equation_of_pivot_[of] : none;
        if (equation == none) continue;
        for (const auto& [column, factor] : equations_[equation].row) {
            auto& entry = rest[column];
            entry = entry - factor;
        }
    }
    Row row;
    for (const auto& [column, factor] : rest)
        if (!factor.zero()) row.emplace_back(column, factor);
    return row;
}

void ReleasedSpan::add(const Row& row, ClassWeights weights) {
    grow(weights.size());
    const auto equation = static_cast<std::uint32_t>(equations_.size());
    const auto pivot = best_pivot(row, weights);
    equations_.push_back({pivot, {}});
    replace(equation, row);
    make_pivot(equation, pivot);
}

std::vector<std::uint32_t> ReleasedSpan::equations_with(Class column) const {
    if (column >= equations_with_.size()) return {};
    std::vector<std::uint32_t> found;
    for (const auto equation : equations_with_[column])
        if (has(equation, column)) found.push_back(equation);
    sort_distinct(found);
    return found;
}

std::optional<std::vector<ReleasedSpan::Equation>> ReleasedSpan::small_equations_near(
    const Row& row, ClassWeights weights, std::size_t most) const {
    std::vector<Equation> found;
    std::set<std::uint32_t> seen;
    std::set<Class> looked_at;
    std::vector<Class> waiting;
    const auto look_at = [&](const Row& at) {
        for (const auto& entry : at)
            if (looked_at.insert(entry.first).second) waiting.push_back(entry.first);
    };
    for (look_at(row); !waiting.empty();) {
        const auto column = waiting.back();
        waiting.pop_back();
        for (const auto number : equations_with(column)) {
            const bool small = !weights[equations_[number].pivot].large;
            if (!small || !seen.insert(number).second) continue;
            if (found.size() == most) return std::nullopt;
            found.push_back(equations_[number]);
            look_at(found.back().row);
        }
    }
    return found;
}

} // namespace maerkbar::disclosure
