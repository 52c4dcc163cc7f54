#include <algorithm>

#include "base/translatable.hpp"
#include "measurement/recompute_jobs.hpp"
#include "measurement/turn.hpp"
#include "sources/import/failures.hpp"
#include "sources/import/import_store.hpp"
#include "sources/import/importer.hpp"
#include "sources/import/row_writer.hpp"

namespace maerkbar::sources {

using measurement::FactView;
using measurement::UnitDays;

namespace {

// The days of all lists, each unit once from its first to its last day.
std::vector<UnitDays> joined(std::vector<UnitDays> days, const std::vector<UnitDays>& more) {
    days.insert(days.end(), more.begin(), more.end());
    std::sort(days.begin(), days.end());
    std::vector<UnitDays> out;
    for (const auto& span : days) {
        if (out.empty() || out.back().unit != span.unit) {
            out.push_back(span);
        } else {
            out.back().first = std::min(out.back().first, span.first);
            out.back().last = std::max(out.back().last, span.last);
        }
    }
    return out;
}

Error wrong_state(const ImportRecord& record) {
    return {
        ErrorKind::conflict,
        "import.wrong_state",
        translatable("Import {import} cannot be done or undone now, because somebody has already done so."),
        {{"import", std::to_string(record.id.value)}}};
}

} // namespace

Result<void> Importer::write_rows(const storage::Actor& actor, ImportRun& run,
                                  const std::filesystem::path& file, const measurement::Progress& progress) {
    if (TRY(digest_of_file(file)) != run.record.file_digest) return import_failure("import.file_changed");
    auto opened = TRY(tables::TableFile::open(file, run.mapping.reading));
    StoredCategories categories(database_, actor, run.record.source);
    auto looking = TRY(lookup(actor.tenant, *run.table, categories));
    RowWriter writer(database_, actor, *run.table, run.record.id, run.record.feed);
    const auto total = run.record.rows_good + run.record.rows_bad;
    const auto sink = [&](FactRow& row) -> Result<void> {
        if (categories.failure()) return *categories.failure();
        return writer.add(row);
    };
    const auto report =
        TRY(read_rows(run.table->source(), run.mapping, opened, looking, date_limits(), sink,
                      [&](std::size_t rows) { progress(static_cast<std::int64_t>(rows), 2 * total); }));
    TRY(writer.finish());
    if (categories.failure()) return *categories.failure();
    // The organisation may have changed since the check; then the person must look again.
    if (static_cast<std::int64_t>(report.good) != run.record.rows_good)
        return import_failure("import.units_changed");
    return {};
}

// The days of the rows of other imports that this one takes the place of, or gives it back.
Result<std::vector<UnitDays>> Importer::days_of_same_rows(TenantId tenant, const ImportRun& run) {
    if (!mapped_row_id(run.table->source(), run.mapping)) return std::vector<UnitDays>();
    return database_.read([&](storage::Connection& connection) {
        return run.table->same_row_ids(connection, tenant, run.record.id, run.days);
    });
}

Result<void> Importer::compute_and_publish(const storage::Actor& actor, const ImportRun& run,
                                           const FactView& view, ImportState state,
                                           const measurement::Progress& progress) {
    const auto same = TRY(days_of_same_rows(actor.tenant, run));
    const bool undo = state == ImportState::undone;
    const auto version =
        TRY(database_.write(actor, [&](storage::Transaction& tx) -> Result<measurement::VersionId> {
            tx.without_audit("hidden until published");
            const auto opened = TRY(measurement::open_version(tx, actor.tenant, undo ? "undo" : "import"));
            TRY(import_store::set_version(tx, run.record.id, opened));
            return opened;
        }));
    const auto computed =
        measurement::recompute(database_, actor, version, *run.table, view, joined(run.days, same), progress);
    if (!computed.ok()) {
        TRY(measurement::discard(database_, actor, version));
        return computed.error();
    }
    return database_.write(actor, [&](storage::Transaction& tx) -> Result<void> {
        TRY(measurement::publish(tx, actor.tenant, version));
        TRY(measurement::submit_cleaning(tx)); // of the cells that these replace
        TRY(import_store::set_state(tx, run.record.id, state, ""));
        return tx.audit(
            {undo ? "import.undone" : "import.published", "import", std::to_string(run.record.id.value)});
    });
}

Result<void> Importer::set_state(const storage::Actor& actor, ImportId import, ImportState state,
                                 std::string_view error) {
    return database_.write(actor, [&](storage::Transaction& tx) -> Result<void> {
        TRY(import_store::set_state(tx, import, state, error));
        return tx.audit({"import." + std::string(name_of(state)), "import", std::to_string(import.value)});
    });
}

Result<void> Importer::run_steps(const storage::Actor& actor, ImportRun& run,
                                 const std::filesystem::path& file, const measurement::Progress& progress) {
    TRY(clear(actor, run)); // what an interrupted attempt left
    TRY(write_rows(actor, run, file, progress));
    const FactView view{actor.tenant, run.record.id.value, 0};
    return compute_and_publish(
        actor, run, view, ImportState::published,
        [&](std::int64_t done, std::int64_t total) { progress(total + done, 2 * total); });
}

Result<void> Importer::run(const storage::Actor& actor, ImportId import, const std::filesystem::path& file,
                           const measurement::Progress& progress) {
    const auto turn = TRY(measurement::take_turn(database_, actor));
    auto run = TRY(load(actor.tenant, import));
    if (run.record.state == ImportState::published) return {}; // finished just before an interruption
    if (run.record.state != ImportState::waiting && run.record.state != ImportState::running)
        return wrong_state(run.record);
    TRY(set_state(actor, import, ImportState::running, ""));
    auto done = run_steps(actor, run, file, progress);
    if (done.ok()) return done;
    if (done.error().kind == ErrorKind::unavailable) { // the job tries again
        // Others shall have the room meanwhile; where that fails too, the next attempt clears.
        if (done.error().code == "storage.full") (void)clear(actor, run);
        return done;
    }
    TRY(clear(actor, run));
    TRY(set_state(actor, import, ImportState::failed, done.error().code));
    return done;
}

Result<void> Importer::undo(const storage::Actor& actor, ImportId import,
                            const measurement::Progress& progress) {
    const auto turn = TRY(measurement::take_turn(database_, actor));
    const auto run = TRY(load(actor.tenant, import));
    if (run.record.state == ImportState::undone) return {};
    if (run.record.state != ImportState::published && run.record.state != ImportState::undoing)
        return wrong_state(run.record);
    // The rows stay visible until the cells without them are ready, so the state does not change before.
    return compute_and_publish(actor, run, FactView{actor.tenant, 0, import.value}, ImportState::undone,
                               progress);
}

} // namespace maerkbar::sources
