#include "sources/import/failures.hpp"
#include "sources/import/import_store.hpp"

// Tidying up after imports that did not come to their end.
namespace maerkbar::sources {

Result<void> Importer::clear(const storage::Actor& actor, const ImportRun& run) {
    std::vector<measurement::UnitDays> left;
    TRY(database_.read([&](storage::Connection& connection) -> Result<void> {
        for (const auto& span : run.days) {
            const auto days = TRY(run.table->days_with_rows(connection, actor.tenant, run.record.id, span));
            left.insert(left.end(), days.begin(), days.end());
        }
        return {};
    }));
    for (std::size_t next = 0; next < left.size();) {
        const auto first = next;
        TRY(database_.write_in_steps(actor, [&](storage::Transaction& tx) -> Result<storage::Step> {
            tx.without_audit("hidden rows of an import that did not come to its end");
            next = first; // again from there after a conflict
            do
                TRY(run.table->remove(tx, actor.tenant, run.record.id, left[next++]));
            while (next < left.size() && !tx.time_is_up());
            return storage::Step::done;
        }));
    }
    return {};
}

Result<void> Importer::discard_cells(const storage::Actor& actor, ImportId import) {
    const auto version = TRY(database_.read([&](storage::Connection& connection) {
        return import_store::version(connection, actor.tenant, import);
    }));
    if (version.value == 0) return {};
    auto discarded = measurement::discard(database_, actor, version);
    const bool gone = !discarded.ok() && discarded.error().code == "measurement.version_gone";
    return gone ? Result<void>() : discarded;
}

Result<void> Importer::end(const storage::Actor& actor, const ImportRun& run) {
    TRY(discard_cells(actor, run.record.id));
    TRY(clear(actor, run));
    return set_state(actor, run.record.id, ImportState::failed, "import.cut_off");
}

Result<std::vector<std::pair<TenantId, ImportRecord>>> Importer::end_abandoned() {
    std::vector<std::pair<TenantId, ImportRecord>> ended;
    for (const auto& [tenant, import] : TRY(database_.read(import_store::abandoned))) {
        auto run = TRY(load(tenant, import));
        TRY(end({tenant, {}, "job", "abandoned-imports"}, run));
        ended.emplace_back(tenant, std::move(run.record));
    }
    return ended;
}

} // namespace maerkbar::sources
