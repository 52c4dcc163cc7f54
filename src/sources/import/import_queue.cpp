#include "sources/import/import_queue.hpp"

#include <charconv>

namespace maerkbar::sources {

namespace {

constexpr std::string_view run_kind = "import.run";
constexpr std::string_view undo_kind = "import.undo";
// Long enough to go on the next working day after a weekend.
constexpr auto uploads_are_kept = std::chrono::days(4);

std::string payload_of(ImportId import) {
    return std::to_string(import.value);
}

ImportId import_of(std::string_view payload) {
    std::int64_t id = 0;
    std::from_chars(payload.data(), payload.data() + payload.size(), id);
    return ImportId{id};
}

ImportId import_in(const storage::Job& job) {
    return import_of(job.payload);
}

measurement::Progress progress_of(storage::LongJob& job) {
    return [&job](std::int64_t done, std::int64_t total) { job.progress(done, total); };
}

Result<void> submit_import(storage::Transaction& tx, std::string_view kind, ImportId import) {
    TRY(storage::submit(tx, kind, payload_of(import)));
    return tx.audit(
        {kind == run_kind ? "import.queued" : "import.undo_queued", "import", payload_of(import)});
}

} // namespace

storage::LongJobHandlers JobImportQueue::handlers() {
    storage::LongJobHandlers handlers;
    handlers[std::string(run_kind)] = [this](storage::LongJob& job) {
        auto outcome = run(job);
        note(job.job().tenant, import_in(job.job()), outcome);
        return outcome;
    };
    handlers[std::string(undo_kind)] = [this](storage::LongJob& job) {
        auto outcome = importer_.undo(job.actor(), import_in(job.job()), progress_of(job));
        note(job.job().tenant, import_in(job.job()), outcome);
        return outcome;
    };
    return handlers;
}

Result<void> JobImportQueue::run(storage::LongJob& job) {
    const auto import = import_in(job.job());
    const auto record = TRY(importer_.find(job.job().tenant, import));
    const auto file = drafts_.file_with_digest(record.file_digest);
    auto outcome = importer_.run(job.actor(), import, file, progress_of(job));
    if (!outcome.ok() && outcome.error().kind == ErrorKind::unavailable) return outcome; // it comes again
    TRY(drafts_.release(file));
    return outcome;
}

void JobImportQueue::note(TenantId tenant, ImportId import, const Result<void>& outcome) {
    const std::lock_guard lock(mutex_);
    if (!outcome.ok() && outcome.error().kind == ErrorKind::unavailable)
        obstacles_.insert_or_assign({tenant, import}, outcome.error());
    else
        obstacles_.erase({tenant, import});
}

Result<void> JobImportQueue::look() {
    constexpr auto seldom = std::chrono::seconds(5);
    const auto now = std::chrono::steady_clock::now();
    if (looked_ != std::chrono::steady_clock::time_point() && now - looked_ < seldom) return {};
    looked_ = now;
    TRY(drafts_.clean(database_.now() - uploads_are_kept));
    return end_abandoned();
}

Result<ImportLock> JobImportQueue::import_without_jobs() {
    TRY(end_abandoned());
    return ImportLock::hold(lock_);
}

Result<void> JobImportQueue::end_abandoned() {
    const auto alone = ImportLock::alone(lock_);
    if (!alone) return {};
    for (const auto& [tenant, record] : TRY(importer_.end_abandoned()))
        TRY(drafts_.release(drafts_.file_with_digest(record.file_digest)));
    return {};
}

void JobImportQueue::wake() {
    if (runner_) runner_->wake();
}

Result<ImportId> JobImportQueue::confirm(const storage::Actor& actor, const ImportOrder& order,
                                         const CheckReport& report, const Draft& draft) {
    const auto queue = [&](storage::Transaction& tx, ImportId import) -> Result<void> {
        TRY(drafts_.forget(tx, draft));
        return submit_import(tx, run_kind, import);
    };
    const auto import = TRY(importer_.confirm(actor, order, report, queue));
    wake();
    return import;
}

Result<void> JobImportQueue::undo(const storage::Actor& actor, ImportId import) {
    TRY(database_.write(actor,
                        [&](storage::Transaction& tx) { return submit_import(tx, undo_kind, import); }));
    wake();
    return {};
}

std::optional<ImportProgress> JobImportQueue::progress(TenantId tenant, ImportId import) {
    const auto found = database_.read([&](storage::Connection& connection) {
        return connection.first(
            "select done, total from job where tenant_id = ? and kind in ('import.run', 'import.undo')"
            " and payload = ? and state in ('waiting', 'running') order by id desc limit 1",
            {tenant, payload_of(import)}, [](const storage::Row& row) {
                return ImportProgress{row.integer(0), row.integer(1), std::nullopt};
            });
    });
    if (!found.ok() || !*found) return std::nullopt;
    auto progress = **found;
    const std::lock_guard lock(mutex_);
    if (const auto obstacle = obstacles_.find({tenant, import}); obstacle != obstacles_.end())
        progress.obstacle = obstacle->second;
    return progress;
}

Result<std::set<ImportId>> JobImportQueue::being_undone(TenantId tenant) {
    const auto found = TRY(database_.read([&](storage::Connection& connection) {
        return connection.all(
            "select payload from job where tenant_id = ? and kind = ?"
            " and state in ('waiting', 'running')",
            {tenant, undo_kind}, [](const storage::Row& row) { return import_of(row.text(0)); });
    }));
    return std::set<ImportId>(found.begin(), found.end());
}

Result<storage::JobId> JobImportQueue::submit(const storage::Actor& actor, std::string_view kind,
                                              const std::string& payload) {
    const auto job = TRY(database_.write(actor, [&](storage::Transaction& tx) {
        tx.without_audit("the job itself is recorded when it ends");
        return storage::submit(tx, kind, payload);
    }));
    wake();
    return job;
}

Result<std::optional<storage::Job>> JobImportQueue::find_job(TenantId tenant, storage::JobId job) {
    return database_.read(
        [&](storage::Connection& connection) { return storage::find_job(connection, tenant, job); });
}

} // namespace maerkbar::sources
