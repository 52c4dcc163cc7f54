#pragma once

#include "organisation/unit_tree_cache.hpp"
#include "storage/job_runner.hpp"

namespace maerkbar::surveys::results {

// Asks for what can be released on this day to be released.
[[nodiscard]] Result<storage::JobId> submit_release(storage::Transaction& transaction, Date today);

// Releases what can be released, once a week has ended.
class ReleaseJobs {
  public:
    ReleaseJobs(storage::Database& database, organisation::UnitTreeCache& trees)
        : database_(database), trees_(trees) {}

    [[nodiscard]] storage::LongJobHandlers handlers();
    // Called when no job waits; true when one has been submitted.
    Result<bool> look();

  private:
    storage::Database& database_;
    organisation::UnitTreeCache& trees_;
};

} // namespace maerkbar::surveys::results
