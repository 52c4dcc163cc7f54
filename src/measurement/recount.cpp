#include "measurement/recount.hpp"

#include <algorithm>

#include "organisation/validity.hpp"

namespace maerkbar::measurement {

namespace {

using FactDays = std::map<Date, std::vector<DayCell>>; // by fact_day

Result<std::vector<FactDays>> count_facts(const RecountContext& context, std::span<const Planned> plan,
                                          std::span<const UnitDays> days) {
    std::vector<FactDays> counted(plan.size());
    Evaluator evaluator;
    const auto& schema = context.source.schema();
    BlockBuilder builder(schema.columns.size(), [&](FactBlock& block) {
        derive(block, schema, context.around.working_days);
        for (std::size_t i = 0; i < plan.size(); ++i)
            for (auto& cell : evaluator.cells(plan[i].compiled, block))
                counted[i][cell.fact_day].push_back(std::move(cell));
    });
    TRY(context.database.read([&](storage::Connection& connection) -> Result<void> {
        for (const auto& span : days)
            TRY(context.source.facts(connection, context.view, span,
                                     [&](const Fact& fact) { builder.add(fact); }));
        return {};
    }));
    builder.finish();
    return counted;
}

// The days whose own cells are needed to sum every period that a change may touch. Facts that are dated by
// another column may lie anywhere.
UnitDays window(const Planned& planned, std::span<const UnitDays> days) {
    const auto unit = days.front().unit;
    if (planned.compiled.date_basis || planned.compiled.until)
        return {unit, organisation::beginning, organisation::forever};
    const auto first = days.front().first;
    const auto last = days.back().last;
    return {unit,
            std::min(Period::containing(PeriodKind::week, first).first,
                     Period::containing(PeriodKind::month, first).first),
            std::max(Period::containing(PeriodKind::week, last).last(),
                     Period::containing(PeriodKind::month, last).last())};
}

Result<FactDays> stored_days(const RecountContext& context, const Planned& planned,
                             std::span<const UnitDays> days) {
    const auto cells = TRY(context.database.read([&](storage::Connection& connection) {
        return day_cells(connection, planned.set, window(planned, days), {context.version});
    }));
    FactDays stored;
    for (const auto& cell : cells)
        stored[cell.fact_day].push_back(cell);
    return stored;
}

bool holds(std::span<const UnitDays> days, Date day) {
    return std::ranges::any_of(days, [&](const auto& span) { return span.first <= day && day <= span.last; });
}

// Every fact day in the asked spans that has or had cells.
std::set<Date> fact_days(const FactDays& counted, const FactDays& stored, std::span<const UnitDays> days) {
    std::set<Date> found;
    for (const auto& [day, cells] : counted)
        found.insert(day);
    for (const auto& [day, cells] : stored)
        if (holds(days, day)) found.insert(day);
    return found;
}

std::span<const DayCell> cells_on(const FactDays& days, Date day) {
    const auto found = days.find(day);
    return found == days.end() ? std::span<const DayCell>() : std::span<const DayCell>(found->second);
}

// Writes the fact days that changed and puts them into `stored`; the days (by date basis) they touch.
Result<std::set<Date>> write_changed(const Planned& planned, std::span<const UnitDays> days, FactDays counted,
                                     FactDays& stored, CellWriter& writer) {
    std::set<Date> touched;
    for (const auto fact_day : fact_days(counted, stored, days)) {
        const auto now = cells_on(counted, fact_day);
        const auto before = cells_on(stored, fact_day);
        if (std::ranges::equal(now, before)) continue;
        for (const auto& cells : {now, before})
            for (const auto& cell : cells)
                touched.insert(cell.day);
        TRY(writer.fact_day(planned.set, days.front().unit, fact_day, now));
        stored[fact_day].assign(now.begin(), now.end());
    }
    return touched;
}

// Of reported states the last one stands for the period; everything else adds up.
void put_into(Stock stock, const Cell& cell, Cell& sum) {
    if (stock != Stock::reported) {
        sum.merge(cell);
    } else if (cell.count > 0) {
        sum = cell;
    }
}

// The unit's own sums of every week and month that holds a touched day.
Result<void> write_own_sums(const Planned& planned, UnitId unit, const std::set<Date>& touched,
                            const FactDays& stored, CellWriter& writer) {
    std::map<Period, Cell> sums;
    for (const auto day : touched)
        for (const auto grain : kept_grains)
            sums[Period::containing(grain, day)];
    for (const auto& [fact_day, cells] : stored)
        for (const auto& cell : cells)
            for (const auto grain : kept_grains)
                if (const auto sum = sums.find(Period::containing(grain, cell.day)); sum != sums.end())
                    put_into(planned.compiled.stock, cell.cell, sum->second);
    for (const auto& [period, cell] : sums)
        TRY(writer.period(planned.set, Scope::own, unit, period, cell));
    return {};
}

} // namespace

Result<void> recount_unit(const RecountContext& context, std::span<const Planned> plan,
                          std::span<const UnitDays> days, CellWriter& writer, Changes& changes) {
    const auto unit = days.front().unit;
    auto counted = TRY(count_facts(context, plan, days));
    for (std::size_t i = 0; i < plan.size(); ++i) {
        auto stored = TRY(stored_days(context, plan[i], days));
        const auto touched = TRY(write_changed(plan[i], days, std::move(counted[i]), stored, writer));
        TRY(write_own_sums(plan[i], unit, touched, stored, writer));
        for (const auto day : touched)
            changes[i].push_back({unit, day});
    }
    return {};
}

} // namespace maerkbar::measurement
