#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "base/date.hpp"
#include "measurement/cell.hpp"
#include "measurement/compiled_definition.hpp"
#include "measurement/fact_block.hpp"

namespace maerkbar::measurement {

// What the facts of one day give for the day they belong to by the date basis (the same, where the basis is
// the fact's own day).
struct DayCell {
    Date fact_day;
    Date day;
    Cell cell;
    bool operator==(const DayCell&) const = default;
};

// Kleene's three truth values; `all` is the least and `any` the greatest of its parts.
enum Truth : std::uint8_t { no = 0, not_known = 1, yes = 2 };

// Runs definitions over blocks of facts, whole columns at a time. Keeps its buffers; for one thread.
class Evaluator {
  public:
    // The cells of a block in order of fact_day and day; a fact whose date basis is missing is in none.
    [[nodiscard]] std::vector<DayCell> cells(const CompiledDefinition& definition, const FactBlock& block);
    // The truth of a condition for every row; valid until the next call.
    [[nodiscard]] std::span<const std::uint8_t> truth(const ConditionProgram& program,
                                                      const FactBlock& block);

  private:
    std::vector<std::uint8_t>& push(std::size_t rows);
    void combine(const ConditionStep& step, std::size_t rows);

    std::vector<std::vector<std::uint8_t>> stack_;
    std::size_t depth_ = 0;
    std::vector<std::uint8_t> passed_;
};

} // namespace maerkbar::measurement
