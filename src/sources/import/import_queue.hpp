#pragma once

#include <chrono>
#include <filesystem>
#include <map>
#include <mutex>

#include "sources/import/import_lock.hpp"
#include "sources/import/routes.hpp"
#include "storage/job_runner.hpp"

namespace maerkbar::sources {

// Imports as jobs: they survive a restart and run one after another, since each must see what the one before
// published.
class JobImportQueue : public ImportQueue {
  public:
    // `lock`: the file of the ImportLock.
    JobImportQueue(storage::Database& database, Importer& importer, Drafts& drafts,
                   std::filesystem::path lock)
        : database_(database), importer_(importer), drafts_(drafts), lock_(std::move(lock)) {}

    // What the runner needs to know, and whom to wake; set once at start.
    [[nodiscard]] storage::LongJobHandlers handlers();
    void set_runner(storage::JobRunner& runner) { runner_ = &runner; }
    // Called when no job waits: ends imports that nobody works on any more, unless a program that imports
    // without jobs may still do so, and removes uploads that nobody went on with. Looks every few seconds at
    // most.
    Result<void> look();
    // For a program that imports without jobs: ends what an earlier one left, and keeps this one's imports
    // from being taken for abandoned.
    Result<ImportLock> import_without_jobs();

    Result<ImportId> confirm(const storage::Actor& actor, const ImportOrder& order, const CheckReport& report,
                             const Draft& draft) override;
    Result<void> undo(const storage::Actor& actor, ImportId import) override;
    std::optional<ImportProgress> progress(TenantId tenant, ImportId import) override;
    Result<std::set<ImportId>> being_undone(TenantId tenant) override;
    Result<storage::JobId> submit(const storage::Actor& actor, std::string_view kind,
                                  const std::string& payload) override;
    Result<std::optional<storage::Job>> find_job(TenantId tenant, storage::JobId job) override;

  private:
    void wake();
    Result<void> run(storage::LongJob& job);
    void note(TenantId tenant, ImportId import, const Result<void>& outcome);
    Result<void> end_abandoned();

    storage::Database& database_;
    Importer& importer_;
    Drafts& drafts_;
    std::filesystem::path lock_;
    storage::JobRunner* runner_ = nullptr;
    std::mutex mutex_;
    std::map<std::pair<TenantId, ImportId>, Error> obstacles_; // of the imports that wait for the database
    std::chrono::steady_clock::time_point looked_{};           // epoch: never
};

} // namespace maerkbar::sources
