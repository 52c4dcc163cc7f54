#include "measurement/editor/preview.hpp"

#include <algorithm>
#include <map>

#include "base/translatable.hpp"
#include "measurement/compute_cells.hpp"
#include "measurement/judge.hpp"
#include "measurement/series.hpp"
#include "measurement/surroundings.hpp"

namespace maerkbar::measurement {

namespace {

// Facts may be dated by another column than their own day; those up to so many days before or after count.
constexpr int days_around = 31;

// Long periods would read too many facts for a preview.
PeriodKind previewed(PeriodKind kind) {
    return std::min(kind, PeriodKind::month);
}

// The latest complete period, or the one that runs where none is complete.
std::optional<Period> latest_period(PeriodKind kind, const Reach& reach) {
    if (!reach.last_fact) return std::nullopt;
    const auto last = Period::containing(kind, std::min(*reach.last_fact, reach.today));
    if (complete(last, reach)) return last;
    return complete(last.previous(), reach) ? last.previous() : last;
}

// Of reported states the last one counts.
void take(const CompiledDefinition& compiled, const Cell& cell, Cell& unit) {
    if (compiled.stock != Stock::reported) {
        unit.merge(cell);
    } else if (cell.count > 0) {
        unit = cell;
    }
}

Result<Cell> count(storage::Connection& connection, const FactSource& source, TenantId tenant,
                   const CompiledDefinition& compiled, Period period) {
    const auto around = TRY(read_surroundings(connection, tenant));
    const auto& schema = source.schema();
    const int margin = compiled.date_basis ? days_around : 0;
    // What stands at the end may have come long before.
    const auto first = compiled.until ? organisation::beginning : period.first - margin;
    std::map<UnitId, Cell> units;
    Evaluator evaluator;
    BlockBuilder builder(schema.columns.size(), [&](FactBlock& block) {
        derive(block, schema, around.working_days);
        for (const auto& cell : evaluator.cells(compiled, block))
            if (first + margin <= cell.day && cell.day <= period.last())
                take(compiled, cell.cell, units[block.unit()]);
    });
    for (const auto& unit : around.tree->units())
        TRY(source.facts(connection, {tenant}, {unit.id, first, period.last() + margin},
                         [&](const Fact& fact) { builder.add(fact); }));
    builder.finish();
    Cell sum;
    for (const auto& [unit, cell] : units)
        sum.merge(cell);
    return sum;
}

Verdict judged(const Definition& definition, const SourceSchema& schema, Period period, const Cell& cell,
               const Reach& reach) {
    static const ChartDecisions nothing_decided;
    return judge({.indicator = {},
                  .unit = {},
                  .definition = definition,
                  .points = make_points(definition, scales_of(definition, schema), {{period, cell}},
                                        {period, period}, reach),
                  .decisions = nothing_decided,
                  .today = reach.today});
}

} // namespace

Result<Preview> preview(Services& services, TenantId tenant, const Definition& definition, Date today) {
    const auto* source = services.verdicts.sources().find(definition.source);
    if (source == nullptr)
        return Error{ErrorKind::invalid,
                     "definition.unknown_source",
                     translatable("There is no source called {source}."),
                     {{"source", definition.source}},
                     "source"};
    return services.database().read([&](storage::Connection& connection) -> Result<Preview> {
        const auto compiled =
            TRY(compile(definition, source->schema(), category_lookup(connection, *source, tenant)));
        Preview result{{}, compiled.unseen_categories};
        const auto snapshot = TRY(services.verdicts.now(connection, tenant, today));
        const auto reach = snapshot->ground().reaches.find(definition.source);
        if (reach == snapshot->ground().reaches.end()) return result;
        const auto period = latest_period(previewed(definition.period), reach->second);
        if (!period) return result;
        const auto cell = TRY(count(connection, *source, tenant, compiled, *period));
        result.verdict = judged(definition, source->schema(), *period, cell, reach->second);
        return result;
    });
}

} // namespace maerkbar::measurement
