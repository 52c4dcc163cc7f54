#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.hpp"
#include "measurement/definition.hpp"
#include "measurement/schema.hpp"

namespace maerkbar::measurement {

// The id of a text in a category column; no value where no row has it (yet).
using CategoryLookup =
    std::function<std::optional<std::int64_t>(std::string_view column, std::string_view text)>;

// A condition made ready for whole columns: steps in postfix order on a stack of truth columns.
struct ConditionStep {
    Condition::Kind kind = Condition::Kind::all;
    std::size_t parts = 0; // how many columns `all` and `any` take from the stack
    std::size_t column = 0;
    Comparison comparison = Comparison::is;
    std::vector<std::int64_t> operands = {}; // in the column's stored form
};
using ConditionProgram = std::vector<ConditionStep>;

// How the rows of a definition stand in time.
enum class Stock {
    none,     // flow: they happen on a day, and add over time
    reported, // states: the last one of a unit in a period is its state
    standing, // they last from day to day: those that stand at the end of a period are its state
};
[[nodiscard]] Stock stock_of(const Definition& definition, const SourceSchema& schema);

// A definition checked against its source's schema, with columns as indexes and operands as stored values.
struct CompiledDefinition {
    MeasureKind kind = MeasureKind::count;
    ConditionProgram filter;
    ConditionProgram condition;
    bool unknown_is_not_met = false;
    std::optional<std::size_t> value;       // column of mean, quantile, maximum, sum
    std::optional<std::size_t> numerator;   // of share of columns and rate
    std::optional<std::size_t> denominator; // of share of columns and rate
    std::optional<std::size_t> date_basis;  // none: the fact's own day
    Stock stock = Stock::none;
    std::optional<std::size_t> until; // column of the day on which a standing row ends
    bool histogram = false;
    // Category texts that no row has: not an error (they may come), but worth telling the person who defines.
    std::vector<std::string> unseen_categories;
};

// Errors are `invalid` with `field` naming the part of the definition: "source", "filter", "measure.column"…
[[nodiscard]] Result<CompiledDefinition> compile(const Definition& definition, const SourceSchema& schema,
                                                 const CategoryLookup& categories);

// What a stored number of the column is divided by to be what people mean: 10,000 for numbers, else 1.
[[nodiscard]] double scale_of(ColumnType type);

} // namespace maerkbar::measurement
