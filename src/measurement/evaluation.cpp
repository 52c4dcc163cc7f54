#include "measurement/evaluation.hpp"

#include <algorithm>
#include <map>

namespace maerkbar::measurement {

namespace {

using Values = std::span<const std::int64_t>;

// One comparison over a column, as a loop the compiler can turn into vector instructions.
template <typename Test>
void compare_column(Values values, std::vector<std::uint8_t>& truth, Test test) {
    for (std::size_t i = 0; i < values.size(); ++i)
        truth[i] = values[i] == missing ? not_known : test(values[i]) ? yes : no;
}

void compare(const ConditionStep& step, Values values, std::vector<std::uint8_t>& truth) {
    const auto operand = step.operands.empty() ? 0 : step.operands.front();
    const auto is_one = [&](std::int64_t value) {
        return std::ranges::find(step.operands, value) != step.operands.end();
    };
    switch (step.comparison) {
        case Comparison::is:
            return compare_column(values, truth, [=](auto v) { return v == operand; });
        case Comparison::is_not:
            return compare_column(values, truth, [=](auto v) { return v != operand; });
        case Comparison::one_of:
            return compare_column(values, truth, is_one);
        case Comparison::at_most:
            return compare_column(values, truth, [=](auto v) { return v <= operand; });
        case Comparison::at_least:
            return compare_column(values, truth, [=](auto v) { return v >= operand; });
        case Comparison::below:
            return compare_column(values, truth, [=](auto v) { return v < operand; });
        case Comparison::above:
            return compare_column(values, truth, [=](auto v) { return v > operand; });
        case Comparison::known:
        case Comparison::unknown: {
            const auto present = step.comparison == Comparison::known ? yes : no;
            const auto absent = step.comparison == Comparison::known ? no : yes;
            std::ranges::transform(values, truth.begin(), [=](auto v) {
                return static_cast<std::uint8_t>(v == missing ? absent : present);
            });
        }
    }
}

// Rows of one fact day that pass the filter, given to `count(row, cell)`, each in the cell of its day.
class DaySorter {
  public:
    DaySorter(const CompiledDefinition& definition, const FactBlock& block)
        : block_(block), basis_(definition.date_basis ? block.column(*definition.date_basis) : Values()) {}

    // The cell of a row; nullptr where its date basis is missing.
    Cell* cell(std::size_t row) {
        if (basis_.empty()) return &cells_[block_.days()[row]];
        if (basis_[row] == missing) return nullptr;
        return &cells_[Date{static_cast<std::int32_t>(basis_[row])}];
    }

    void end_day(Date fact_day, std::vector<DayCell>& into) {
        for (auto& [day, cell] : cells_)
            into.push_back({fact_day, day, std::move(cell)});
        cells_.clear();
    }

  private:
    const FactBlock& block_;
    Values basis_;
    std::map<Date, Cell> cells_;
};

// Each row comes on its own day and goes on the day it ends; one that ends before it began never stood.
template <typename Count>
std::vector<DayCell> by_change(const FactBlock& block, Values ends, std::span<const std::uint8_t> passed,
                               Count count) {
    std::vector<DayCell> changes;
    for (std::size_t row = 0; row < block.size();) {
        const auto fact_day = block.days()[row];
        std::map<Date, Cell> cells;
        for (; row < block.size() && block.days()[row] == fact_day; ++row) {
            Cell one;
            one.rows = 1;
            if (passed[row] == yes) count(row, one);
            one.minimum = one.maximum = 0; // what has gone cannot be taken out of them
            cells[fact_day].merge(one);
            if (ends[row] != missing)
                cells[std::max(fact_day, Date{static_cast<std::int32_t>(ends[row])})].merge(one.opposite());
        }
        for (auto& [day, cell] : cells)
            changes.push_back({fact_day, day, std::move(cell)});
    }
    return changes;
}

template <typename Count>
std::vector<DayCell> by_day(const CompiledDefinition& definition, const FactBlock& block,
                            std::span<const std::uint8_t> passed, Count count) {
    if (definition.until) return by_change(block, block.column(*definition.until), passed, count);
    std::vector<DayCell> cells;
    DaySorter sorter(definition, block);
    const bool own_day = !definition.date_basis;
    for (std::size_t row = 0; row < block.size();) {
        const auto fact_day = block.days()[row];
        Cell* cell = nullptr;
        for (; row < block.size() && block.days()[row] == fact_day; ++row) {
            if (cell == nullptr || !own_day) cell = sorter.cell(row);
            if (cell == nullptr) continue;
            ++cell->rows;
            if (passed[row] == yes) count(row, *cell);
        }
        sorter.end_day(fact_day, cells);
    }
    return cells;
}

void count_truth(std::uint8_t truth, bool unknown_is_not_met, Cell& cell) {
    if (truth == not_known) {
        ++cell.unknown;
        if (!unknown_is_not_met) return;
    }
    ++cell.count;
    ++cell.weight;
    if (truth == yes) ++cell.sum;
}

void count_fraction(std::int64_t numerator, std::int64_t denominator, Cell& cell) {
    if (numerator == missing || denominator == missing) {
        ++cell.unknown;
        return;
    }
    ++cell.count;
    cell.sum += numerator;
    cell.weight += denominator;
}

void count_value(std::int64_t value, bool histogram, Cell& cell) {
    if (value == missing) {
        ++cell.unknown;
        return;
    }
    cell.add_value(value);
    if (histogram) cell.histogram.add(value);
}

} // namespace

std::vector<std::uint8_t>& Evaluator::push(std::size_t rows) {
    if (depth_ == stack_.size()) stack_.emplace_back();
    auto& top = stack_[depth_++];
    top.assign(rows, yes);
    return top;
}

void Evaluator::combine(const ConditionStep& step, std::size_t rows) {
    if (step.parts == 0) {
        push(rows);
        return;
    }
    auto& first = stack_[depth_ - step.parts];
    for (std::size_t part = depth_ - step.parts + 1; part < depth_; ++part) {
        const auto& other = stack_[part];
        if (step.kind == Condition::Kind::all) {
            std::ranges::transform(first, other, first.begin(),
                                   [](auto a, auto b) { return std::min(a, b); });
        } else {
            std::ranges::transform(first, other, first.begin(),
                                   [](auto a, auto b) { return std::max(a, b); });
        }
    }
    depth_ -= step.parts - 1;
}

std::span<const std::uint8_t> Evaluator::truth(const ConditionProgram& program, const FactBlock& block) {
    depth_ = 0;
    for (const auto& step : program) {
        if (step.kind == Condition::Kind::compare) {
            compare(step, block.column(step.column), push(block.size()));
        } else {
            combine(step, block.size());
        }
    }
    return stack_.front();
}

std::vector<DayCell> Evaluator::cells(const CompiledDefinition& definition, const FactBlock& block) {
    const auto filter = truth(definition.filter, block);
    passed_.assign(filter.begin(), filter.end());
    if (definition.denominator) {
        const auto denominator = block.column(*definition.denominator);
        const auto numerator = definition.numerator ? block.column(*definition.numerator) : Values();
        return by_day(definition, block, passed_, [&](std::size_t row, Cell& cell) {
            count_fraction(numerator.empty() ? 1 : numerator[row], denominator[row], cell);
        });
    }
    if (definition.kind == MeasureKind::share) {
        const auto met = truth(definition.condition, block);
        return by_day(definition, block, passed_, [&](std::size_t row, Cell& cell) {
            count_truth(met[row], definition.unknown_is_not_met, cell);
        });
    }
    if (!definition.value)
        return by_day(definition, block, passed_, [](std::size_t, Cell& cell) { ++cell.count; });
    const auto values = block.column(*definition.value);
    return by_day(definition, block, passed_,
                  [&](std::size_t row, Cell& cell) { count_value(values[row], definition.histogram, cell); });
}

} // namespace maerkbar::measurement
