#pragma once

#include "measurement/fact_source.hpp"
#include "measurement/recompute.hpp"
#include "sources/feedback/entry.hpp"
#include "storage/database.hpp"
#include "storage/job_runner.hpp"

namespace maerkbar::feedback {

// Lets indicators count the day of this entry again: now, and when its deadline has passed. Call for what
// was before a change and for what is after it.
[[nodiscard]] Result<void> mark_for_recount(storage::Transaction& transaction, const Entry& entry);

// Counts anew what was marked, and deletes the texts that have been kept long enough. Both as background
// jobs.
class FeedbackJobs {
  public:
    FeedbackJobs(storage::Database& database, const measurement::FactSource& source)
        : database_(database), source_(source) {}

    [[nodiscard]] storage::LongJobHandlers handlers();
    // Called when no job waits; true when one has been submitted.
    Result<bool> look();

    // What the jobs do, for one municipality; safe to repeat. While other results are being computed:
    // unavailable (measurement.in_line).
    Result<void> recount(const storage::Actor& actor, const measurement::Progress& progress);
    Result<void> delete_old(const storage::Actor& actor, Date today);

  private:
    storage::Database& database_;
    const measurement::FactSource& source_;
};

} // namespace maerkbar::feedback
