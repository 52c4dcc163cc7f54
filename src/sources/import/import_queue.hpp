#pragma once

#include "sources/import/routes.hpp"
#include "storage/job_runner.hpp"

namespace maerkbar::sources {

// Imports as jobs: they survive a restart and run one after another, since each must see what the one before
// published.
class JobImportQueue : public ImportQueue {
  public:
    JobImportQueue(storage::Database& database, Importer& importer, Drafts& drafts)
        : database_(database), importer_(importer), drafts_(drafts) {}

    // What the runner needs to know, and whom to wake; set once at start.
    [[nodiscard]] storage::LongJobHandlers handlers();
    void set_runner(storage::JobRunner& runner) { runner_ = &runner; }

    Result<ImportId> confirm(const storage::Actor& actor, const ImportOrder& order, const CheckReport& report,
                             const Draft& draft) override;
    Result<void> undo(const storage::Actor& actor, ImportId import) override;
    std::optional<ImportProgress> progress(TenantId tenant, ImportId import) override;

  private:
    void wake();

    storage::Database& database_;
    Importer& importer_;
    Drafts& drafts_;
    storage::JobRunner* runner_ = nullptr;
};

} // namespace maerkbar::sources
