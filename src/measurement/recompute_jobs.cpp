#include "measurement/recompute_jobs.hpp"

#include <charconv>

#include "measurement/compute_cells.hpp"
#include "measurement/indicator_store.hpp"
#include "measurement/turn.hpp"

namespace maerkbar::measurement {

namespace {

constexpr std::string_view definition_kind = "measurement.definition";
constexpr std::string_view tree_kind = "measurement.tree";
constexpr std::string_view cleaning_kind = "measurement.cleaning";

std::int64_t number_in(const storage::Job& job) {
    std::int64_t number = 0;
    std::from_chars(job.payload.data(), job.payload.data() + job.payload.size(), number);
    return number;
}

Progress progress_of(storage::LongJob& job) {
    return [&job](std::int64_t done, std::int64_t total) { job.progress(done, total); };
}

Result<void> publish_alone(storage::Database& database, const storage::Actor& actor, VersionId version) {
    return database.write(actor, [&](storage::Transaction& transaction) {
        return publish(transaction, actor.tenant, version);
    });
}

// Opens a version, lets `work` fill it, and publishes it; or gives it up.
template <typename Work>
Result<void> in_version(storage::Database& database, const storage::Actor& actor, std::string_view reason,
                        Work work) {
    const auto version = TRY(database.write(actor, [&](storage::Transaction& transaction) {
        return open_version(transaction, actor.tenant, reason);
    }));
    auto done = work(version);
    if (done.ok()) done = publish_alone(database, actor, version);
    if (!done.ok()) TRY(discard(database, actor, version));
    return done;
}

// What of one source depends on the calendar, and the days it has facts on.
struct CalendarPart {
    const FactSource* source = nullptr;
    std::vector<Planned> plan;
    std::vector<UnitDays> days;
};

Result<std::vector<CalendarPart>> calendar_parts(storage::Connection& connection, const SourceList& sources,
                                                 const FactView& view) {
    std::vector<CalendarPart> parts;
    for (const auto* source : sources.all()) {
        auto plan = TRY(plan_source(connection, *source, view.tenant));
        std::erase_if(plan, [&](const Planned& planned) {
            return !follows_calendar(planned.compiled, source->schema());
        });
        if (!plan.empty()) parts.push_back({source, std::move(plan), TRY(source->extent(connection, view))});
    }
    return parts;
}

} // namespace

Result<void> recompute_definition(storage::Database& database, const storage::Actor& actor,
                                  const SourceList& sources, IndicatorId indicator_id,
                                  const Progress& progress) {
    const auto turn = TRY(take_turn(database, actor));
    struct Start {
        std::optional<std::string> source;
        Surroundings around;
    };
    const auto start = TRY(database.read([&](storage::Connection& connection) -> Result<Start> {
        const auto source = TRY(connection.first(
            "select e.source from indicator_edition e join indicator i on i.tenant_id = e.tenant_id and"
            " i.id = e.indicator_id where e.tenant_id = ? and e.indicator_id = ? and e.number > i.edition"
            " order by e.number desc",
            {actor.tenant, indicator_id}, [](const storage::Row& row) { return row.string(0); }));
        return Start{source, TRY(read_surroundings(connection, actor.tenant))};
    }));
    if (!start.source) return {}; // done before an interruption
    const auto* source = sources.find(*start.source);
    if (source == nullptr)
        return Error{ErrorKind::not_found,
                     "definition.unknown_source",
                     "There is no source called {source}.",
                     {{"source", *start.source}},
                     "source"};
    const FactView view{actor.tenant};
    return in_version(database, actor, "definition", [&](VersionId version) {
        return compute_definition({database, actor, version, *source, view, start.around}, indicator_id,
                                  progress);
    });
}

Result<void> recompute_tree(storage::Database& database, const storage::Actor& actor,
                            const SourceList& sources, Date from, const Progress& progress) {
    if (sources.all().empty()) return {};
    const auto turn = TRY(take_turn(database, actor));
    const auto around = TRY(database.read(
        [&](storage::Connection& connection) { return read_surroundings(connection, actor.tenant); }));
    const FactView view{actor.tenant};
    return in_version(database, actor, "tree", [&](VersionId version) {
        return compute_tree({database, actor, version, *sources.all().front(), view, around}, from, progress);
    });
}

Result<void> recompute_calendar(storage::Database& database, const storage::Actor& actor,
                                const SourceList& sources, const Progress& progress) {
    const auto turn = TRY(take_turn(database, actor));
    const FactView view{actor.tenant};
    const auto parts = TRY(database.read(
        [&](storage::Connection& connection) { return calendar_parts(connection, sources, view); }));
    // Also where nothing is counted anew: closing days decide when a period is complete.
    TRY(database.write(actor, [&](storage::Transaction& transaction) {
        transaction.without_audit("the change of the calendar is recorded");
        return raise_data_version(transaction, actor.tenant);
    }));
    if (parts.empty()) return {};
    const auto around = TRY(database.read(
        [&](storage::Connection& connection) { return read_surroundings(connection, actor.tenant); }));
    return in_version(database, actor, "calendar", [&](VersionId version) -> Result<void> {
        for (const auto& part : parts)
            TRY(compute_cells({database, actor, version, *part.source, view, around}, part.plan, part.days,
                              progress));
        return {};
    });
}

storage::LongJobHandlers job_handlers(storage::Database& database, const SourceList& sources) {
    storage::LongJobHandlers handlers;
    handlers[std::string(definition_kind)] = [&](storage::LongJob& job) {
        return recompute_definition(database, job.actor(), sources, IndicatorId{number_in(job.job())},
                                    progress_of(job));
    };
    handlers[std::string(tree_kind)] = [&](storage::LongJob& job) {
        const Date from{static_cast<std::int32_t>(number_in(job.job()))};
        return recompute_tree(database, job.actor(), sources, from, progress_of(job));
    };
    handlers[std::string(cleaning_kind)] = [&](storage::LongJob& job) {
        return remove_superseded(database, job.actor());
    };
    return handlers;
}

Result<storage::JobId> submit_definition(storage::Transaction& transaction, IndicatorId indicator) {
    return storage::submit(transaction, definition_kind, std::to_string(indicator.value));
}

Result<std::map<IndicatorId, storage::Job>> definition_jobs(storage::Connection& connection,
                                                            TenantId tenant) {
    constexpr std::int64_t looked_at = 200;
    std::map<IndicatorId, storage::Job> latest;
    for (auto& job : TRY(storage::recent_jobs(connection, tenant, looked_at)))
        if (job.kind == definition_kind) latest.try_emplace(IndicatorId{number_in(job)}, std::move(job));
    return latest;
}

Result<storage::JobId> submit_tree(storage::Transaction& transaction, Date from) {
    return storage::submit(transaction, tree_kind, std::to_string(from.days));
}

Result<storage::JobId> submit_cleaning(storage::Transaction& transaction) {
    return storage::submit(transaction, cleaning_kind, {});
}

} // namespace maerkbar::measurement
