#include "sources/import/import_queue.hpp"

#include <charconv>

namespace maerkbar::sources {

namespace {

constexpr std::string_view run_kind = "import.run";
constexpr std::string_view undo_kind = "import.undo";

std::string payload_of(ImportId import) {
    return std::to_string(import.value);
}

ImportId import_in(const storage::Job& job) {
    std::int64_t id = 0;
    std::from_chars(job.payload.data(), job.payload.data() + job.payload.size(), id);
    return ImportId{id};
}

Result<void> submit(storage::Transaction& tx, std::string_view kind, ImportId import) {
    TRY(storage::submit(tx, kind, payload_of(import)));
    return tx.audit(
        {kind == run_kind ? "import.queued" : "import.undo_queued", "import", payload_of(import)});
}

} // namespace

storage::LongJobHandlers JobImportQueue::handlers() {
    const auto progress_of = [](storage::LongJob& job) {
        return [&job](std::int64_t done, std::int64_t total) { job.progress(done, total); };
    };
    storage::LongJobHandlers handlers;
    handlers[std::string(run_kind)] = [this, progress_of](storage::LongJob& job) -> Result<void> {
        const auto import = import_in(job.job());
        const auto record = TRY(importer_.find(job.job().tenant, import));
        const auto file = drafts_.file_with_digest(record.file_digest);
        TRY(importer_.run(job.actor(), import, file, progress_of(job)));
        return drafts_.release(job.job().tenant, file);
    };
    handlers[std::string(undo_kind)] = [this, progress_of](storage::LongJob& job) {
        return importer_.undo(job.actor(), import_in(job.job()), progress_of(job));
    };
    return handlers;
}

Result<void> JobImportQueue::look() {
    constexpr auto seldom = std::chrono::seconds(5);
    const auto now = std::chrono::steady_clock::now();
    if (looked_ != std::chrono::steady_clock::time_point() && now - looked_ < seldom) return {};
    looked_ = now;
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
        TRY(drafts_.release(tenant, drafts_.file_with_digest(record.file_digest)));
    return {};
}

void JobImportQueue::wake() {
    if (runner_) runner_->wake();
}

Result<ImportId> JobImportQueue::confirm(const storage::Actor& actor, const ImportOrder& order,
                                         const CheckReport& report, const Draft& draft) {
    const auto queue = [&](storage::Transaction& tx, ImportId import) -> Result<void> {
        TRY(drafts_.forget(tx, draft));
        return submit(tx, run_kind, import);
    };
    const auto import = TRY(importer_.confirm(actor, order, report, queue));
    wake();
    return import;
}

Result<void> JobImportQueue::undo(const storage::Actor& actor, ImportId import) {
    TRY(database_.write(actor, [&](storage::Transaction& tx) { return submit(tx, undo_kind, import); }));
    wake();
    return {};
}

std::optional<ImportProgress> JobImportQueue::progress(TenantId tenant, ImportId import) {
    const auto found = database_.read([&](storage::Connection& connection) {
        return connection.first(
            "select done, total from job where tenant_id = ? and kind in ('import.run', 'import.undo')"
            " and payload = ? and state in ('waiting', 'running') order by id desc limit 1",
            {tenant, payload_of(import)}, [](const storage::Row& row) {
                return ImportProgress{row.integer(0), row.integer(1)};
            });
    });
    return found.ok() ? *found : std::nullopt;
}

} // namespace maerkbar::sources
