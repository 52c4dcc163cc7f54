#include "measurement/fact_block.hpp"

namespace maerkbar::measurement {

namespace {

// The column of that name; empty for the fact's own day.
std::span<const std::int64_t> day_column(const FactBlock& block, const SourceSchema& schema,
                                         std::string_view name) {
    const auto index = schema.find(name);
    return index ? block.column(*index) : std::span<const std::int64_t>();
}

} // namespace

void FactBlock::start(UnitId unit) {
    unit_ = unit;
    days_.clear();
    for (auto& column : columns_)
        column.clear();
}

void FactBlock::add(Date day, std::span<const std::int64_t> values) {
    days_.push_back(day);
    for (std::size_t i = 0; i < columns_.size(); ++i)
        columns_[i].push_back(values[i]);
}

void derive(FactBlock& block, const SourceSchema& schema, const WorkingDays& working_days) {
    for (std::size_t i = 0; i < schema.columns.size(); ++i) {
        const auto& derived = schema.columns[i].derived;
        if (!derived) continue;
        const auto from = day_column(block, schema, derived->from);
        const auto to = day_column(block, schema, derived->to);
        const auto column = block.column(i);
        const auto at = [&](std::span<const std::int64_t> days, std::size_t row) {
            return days.empty() ? block.days()[row].days : days[row];
        };
        for (std::size_t row = 0; row < block.size(); ++row) {
            const auto first = at(from, row);
            const auto last = at(to, row);
            column[row] = first == missing || last == missing
                              ? missing
                              : working_days(block.unit(), Date{static_cast<std::int32_t>(first)},
                                             Date{static_cast<std::int32_t>(last)});
        }
    }
}

void BlockBuilder::add(const Fact& fact) {
    const bool other_unit = fact.unit != block_.unit();
    const bool full = block_.size() >= enough && block_.days().back() != fact.day;
    if (other_unit || full) {
        finish();
        block_.start(fact.unit);
    }
    block_.add(fact.day, fact.values);
}

void BlockBuilder::finish() {
    if (block_.size() > 0) sink_(block_);
    block_.start(block_.unit());
}

} // namespace maerkbar::measurement
