#include "measurement/compute_cells.hpp"

#include <algorithm>

#include "measurement/definition_json.hpp"
#include "measurement/subtree_sums.hpp"

namespace maerkbar::measurement {

namespace {

// Spans of one unit in order, joined where they touch.
std::vector<UnitDays> tidy(std::span<const UnitDays> days) {
    std::vector<UnitDays> sorted(days.begin(), days.end());
    std::ranges::sort(sorted);
    std::vector<UnitDays> joined;
    for (const auto& span : sorted) {
        if (!joined.empty() && joined.back().unit == span.unit && span.first <= joined.back().last + 1) {
            joined.back().last = std::max(joined.back().last, span.last);
        } else {
            joined.push_back(span);
        }
    }
    return joined;
}

// Calls `each` with the spans of one unit at a time.
template <typename Each>
Result<void> by_unit(std::span<const UnitDays> days, Each each) {
    for (std::size_t first = 0; first < days.size();) {
        auto end = first;
        while (end < days.size() && days[end].unit == days[first].unit)
            ++end;
        TRY(each(days.subspan(first, end - first), end));
        first = end;
    }
    return {};
}

struct StoredEdition {
    IndicatorId indicator;
    std::int64_t number = 0;
    std::string content;
};

Result<std::vector<CellSet>> all_sets(storage::Connection& connection, TenantId tenant) {
    std::vector<CellSet> sets;
    for (const auto& indicator : TRY(indicators(connection, tenant)))
        if (indicator.edition > 0 && indicator.definition.measure.kind != MeasureKind::ratio &&
            !indicator.definition.state)
            sets.push_back({tenant, indicator.id, indicator.cells_edition});
    return sets;
}

// The edition that waits for its cells, now waiting for this version.
Result<StoredEdition> claim_waiting(const RecountContext& context, IndicatorId id) {
    return context.database.write(
        context.actor, [&](storage::Transaction& transaction) -> Result<StoredEdition> {
            transaction.without_audit("the change of the definition is recorded");
            auto& connection = transaction.connection();
            const auto waiting = TRY(connection.first(
                "select e.number, e.content from indicator_edition e join indicator i on i.tenant_id = "
                "e.tenant_id and"
                " i.id = e.indicator_id where e.tenant_id = ? and e.indicator_id = ? and e.number > i.edition"
                " order by e.number desc",
                {context.actor.tenant, id}, [&](const storage::Row& row) {
                    return StoredEdition{id, row.integer(0), row.string(1)};
                }));
            if (!waiting)
                return Error{ErrorKind::not_found, "indicator.nothing_waits",
                             "No change of this indicator waits."};
            TRY(connection.execute(
                "update indicator_edition set version_id = ? where tenant_id = ? and indicator_id = ?"
                " and number = ?",
                {context.version, context.actor.tenant, id, waiting->number}));
            return *waiting;
        });
}

// From `from`, but not before the first fact, to the last fact; no value where there is none.
std::optional<DaySpan> span_of(const CellsByUnit& months, Date from) {
    std::optional<DaySpan> span;
    for (const auto& [unit, cells] : months) {
        if (cells.empty()) continue;
        const auto first = std::max(from, cells.begin()->first);
        const auto last = Period{PeriodKind::month, cells.rbegin()->first}.last();
        if (last < first) continue;
        span =
            span ? DaySpan{std::min(span->first, first), std::max(span->last, last)} : DaySpan{first, last};
    }
    return span;
}

} // namespace

CategoryLookup category_lookup(storage::Connection& connection, const FactSource& source, TenantId tenant) {
    return [&connection, &source, tenant](std::string_view column,
                                          std::string_view text) -> std::optional<std::int64_t> {
        const auto known = source.categories(connection, tenant, column);
        if (!known) return std::nullopt;
        const auto wanted = organisation::folded(text);
        for (const auto& [id, name] : *known)
            if (organisation::folded(name) == wanted) return id;
        return std::nullopt;
    };
}

Result<std::vector<Planned>> plan_source(storage::Connection& connection, const FactSource& source,
                                         TenantId tenant) {
    std::vector<Planned> plan;
    for (const auto& indicator : TRY(indicators(connection, tenant))) {
        if (indicator.definition.source != source.schema().name || indicator.edition == 0) continue;
        auto compiled =
            TRY(compile(indicator.definition, source.schema(), category_lookup(connection, source, tenant)));
        plan.push_back({{tenant, indicator.id, indicator.cells_edition}, std::move(compiled)});
    }
    return plan;
}

bool follows_calendar(const CompiledDefinition& definition, const SourceSchema& schema) {
    if (schema.from_calendar) return true;
    const auto derived = [&](std::size_t column) { return schema.columns[column].derived.has_value(); };
    for (const auto& column : {definition.value, definition.numerator, definition.denominator})
        if (column && derived(*column)) return true;
    for (const auto* program : {&definition.filter, &definition.condition})
        for (const auto& step : *program)
            if (step.kind == Condition::Kind::compare && derived(step.column)) return true;
    return false;
}

Result<void> compute_cells(const RecountContext& context, std::span<const Planned> plan,
                           std::span<const UnitDays> days, const Progress& progress) {
    const auto tidied = tidy(days);
    const auto total = static_cast<std::int64_t>(tidied.size() + plan.size());
    CellWriter writer(context.database, context.actor, context.version);
    Changes changes(plan.size());
    TRY(by_unit(std::span<const UnitDays>(tidied),
                [&](std::span<const UnitDays> unit_days, std::size_t done) -> Result<void> {
                    TRY(recount_unit(context, plan, unit_days, writer, changes));
                    if (progress) progress(static_cast<std::int64_t>(done), total);
                    return {};
                }));
    for (std::size_t i = 0; i < plan.size(); ++i) {
        if (plan[i].compiled.stock != Stock::none) continue; // read from the units' own cells
        const auto sums = touched_sums(*context.around.tree, changes[i]);
        TRY(write_subtree_sums(context.database, *context.around.tree, plan[i].set, sums, context.version,
                               writer));
        if (progress) progress(static_cast<std::int64_t>(tidied.size() + i + 1), total);
    }
    return writer.finish();
}

Result<void> compute_definition(const RecountContext& context, IndicatorId indicator,
                                const Progress& progress) {
    const auto waiting = TRY(claim_waiting(context, indicator));
    const auto tenant = context.actor.tenant;
    Planned planned{{tenant, indicator, waiting.number}, {}};
    std::vector<UnitDays> days;
    TRY(context.database.read([&](storage::Connection& connection) -> Result<void> {
        const auto definition = TRY(read_definition(waiting.content));
        planned.compiled = TRY(compile(definition, context.source.schema(),
                                       category_lookup(connection, context.source, tenant)));
        days = TRY(context.source.extent(connection, context.view));
        return {};
    }));
    return compute_cells(context, std::span(&planned, 1), days, progress);
}

Result<void> compute_tree(const RecountContext& context, Date from, const Progress& progress) {
    const auto sets = TRY(context.database.read(
        [&](storage::Connection& connection) { return all_sets(connection, context.actor.tenant); }));
    CellWriter writer(context.database, context.actor, context.version);
    const auto& tree = *context.around.tree;
    for (std::size_t i = 0; i < sets.size(); ++i) {
        const auto own = TRY(context.database.read([&](storage::Connection& connection) {
            return all_period_cells(connection, sets[i], Scope::own, PeriodKind::month,
                                    {organisation::beginning, organisation::forever}, {context.version});
        }));
        if (const auto span = span_of(own, from))
            TRY(write_subtree_sums(context.database, tree, sets[i], all_sums(tree, span->first, span->last),
                                   context.version, writer));
        if (progress) progress(static_cast<std::int64_t>(i + 1), static_cast<std::int64_t>(sets.size()));
    }
    return writer.finish();
}

} // namespace maerkbar::measurement
