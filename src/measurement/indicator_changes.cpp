#include "measurement/indicator_changes.hpp"

#include "measurement/compute_cells.hpp"
#include "measurement/recompute_jobs.hpp"
#include "measurement/released_figures.hpp"

namespace maerkbar::measurement {

namespace {

Result<void> check_ratio(storage::Connection& connection, TenantId tenant, const Definition& definition) {
    for (const auto id : {definition.measure.numerator_indicator, definition.measure.denominator_indicator}) {
        const auto part = indicator(connection, tenant, id);
        if (!part || part->definition.measure.kind == MeasureKind::ratio)
            return Error{ErrorKind::invalid,
                         "indicator.no_part",
                         "The ratio names an indicator that does not exist or is a ratio itself.",
                         {},
                         "measure"};
    }
    return {};
}

Result<CompiledDefinition> compiled(Services& services, storage::Connection& connection, TenantId tenant,
                                    const Definition& definition) {
    const auto* source = services.verdicts.sources().find(definition.source);
    if (source == nullptr)
        return Error{ErrorKind::invalid,
                     "definition.unknown_source",
                     "There is no source called {source}.",
                     {{"source", definition.source}},
                     "source"};
    return compile(definition, source->schema(), category_lookup(connection, *source, tenant));
}

Result<void> check(Services& services, TenantId tenant, const Definition& definition) {
    return services.database().read([&](storage::Connection& connection) -> Result<void> {
        if (definition.measure.kind == MeasureKind::ratio) return check_ratio(connection, tenant, definition);
        TRY(compiled(services, connection, tenant, definition));
        const auto* released = services.verdicts.sources().find(definition.source)->released();
        return released == nullptr ? Result<void>() : released->check(connection, tenant, definition);
    });
}

// Stores by `save` and asks for the cells.
template <typename Save>
Result<NewEdition> store(Services& services, const storage::Actor& actor, Save save) {
    const auto edition =
        TRY(services.database().write(actor, [&](storage::Transaction& transaction) -> Result<NewEdition> {
            const auto saved = TRY(save(transaction));
            if (saved.needs_cells) TRY(submit_definition(transaction, saved.indicator));
            return saved;
        }));
    if (edition.needs_cells && services.jobs != nullptr) services.jobs->wake();
    return edition;
}

} // namespace

Result<NewEdition> define_indicator(Services& services, const storage::Actor& actor,
                                    const Definition& definition, std::string_view library_code) {
    TRY(check(services, actor.tenant, definition));
    return store(services, actor, [&](storage::Transaction& transaction) {
        return create_indicator(transaction, definition, library_code);
    });
}

Result<NewEdition> redefine_indicator(Services& services, const storage::Actor& actor, IndicatorId id,
                                      const Definition& definition) {
    TRY(check(services, actor.tenant, definition));
    return store(services, actor, [&](storage::Transaction& transaction) {
        return change_indicator(transaction, id, definition);
    });
}

Result<std::vector<std::string>> unseen_categories(Services& services, TenantId tenant,
                                                   const Definition& definition) {
    if (definition.measure.kind == MeasureKind::ratio) return std::vector<std::string>{};
    return services.database().read([&](storage::Connection& connection) -> Result<std::vector<std::string>> {
        return TRY(compiled(services, connection, tenant, definition)).unseen_categories;
    });
}

} // namespace maerkbar::measurement
