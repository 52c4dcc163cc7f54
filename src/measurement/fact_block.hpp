#pragma once

#include <cstdint>
#include <functional>
#include <span>
#include <vector>

#include "base/date.hpp"
#include "base/strong_id.hpp"
#include "measurement/fact_source.hpp"
#include "measurement/schema.hpp"

namespace maerkbar::measurement {

// Facts of one unit column by column, in order of day; days are never split over two blocks.
class FactBlock {
  public:
    explicit FactBlock(std::size_t columns) : columns_(columns) {}

    void start(UnitId unit);
    void add(Date day, std::span<const std::int64_t> values);

    [[nodiscard]] UnitId unit() const { return unit_; }
    [[nodiscard]] std::size_t size() const { return days_.size(); }
    [[nodiscard]] std::span<const Date> days() const { return days_; }
    [[nodiscard]] std::span<const std::int64_t> column(std::size_t index) const { return columns_[index]; }
    [[nodiscard]] std::span<std::int64_t> column(std::size_t index) { return columns_[index]; }

  private:
    UnitId unit_;
    std::vector<Date> days_;
    std::vector<std::vector<std::int64_t>> columns_;
};

// Working days after `from` up to and including `to` by the calendar of the unit.
using WorkingDays = std::function<std::int64_t(UnitId unit, Date from, Date to)>;

// Fills the derived columns of the schema; `missing` where one of the two days is.
void derive(FactBlock& block, const SourceSchema& schema, const WorkingDays& working_days);

// Takes facts one at a time, ordered by unit and day, and hands them on as blocks of about 8,000.
class BlockBuilder {
  public:
    using Sink = std::function<void(FactBlock& block)>;
    BlockBuilder(std::size_t columns, Sink sink) : block_(columns), sink_(std::move(sink)) {}

    void add(const Fact& fact);
    void finish();

  private:
    static constexpr std::size_t enough = 8'000;

    FactBlock block_;
    Sink sink_;
};

} // namespace maerkbar::measurement
