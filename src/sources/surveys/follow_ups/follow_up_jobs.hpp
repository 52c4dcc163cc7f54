#pragma once

#include "organisation/unit_tree_cache.hpp"
#include "storage/job_runner.hpp"
#include "web/language.hpp"

namespace maerkbar::surveys::follow_ups {

// Looks for what is to be followed up: low scores as they come, patterns and wishes to be contacted once a
// day, so that the time of a wish says nothing of the time of an answer.
class FollowUpJobs {
  public:
    FollowUpJobs(storage::Database& database, organisation::UnitTreeCache& trees,
                 const web::Languages& languages)
        : database_(database), trees_(trees), languages_(languages) {}

    [[nodiscard]] storage::LongJobHandlers handlers();
    // Called when no job waits; true when one has been submitted.
    Result<bool> look();
    // What the two jobs do.
    Result<void> follow_scores(const storage::Actor& actor);
    Result<void> follow_day(const storage::Actor& actor);

  private:
    Result<bool> tried(const storage::Actor& wanted, std::string_view kind, const std::string& payload);
    Result<const web::Language*> language_for(TenantId tenant);

    storage::Database& database_;
    organisation::UnitTreeCache& trees_;
    const web::Languages& languages_;
};

} // namespace maerkbar::surveys::follow_ups
