#pragma once

#include "base/date.hpp"
#include "storage/job_runner.hpp"

namespace maerkbar::surveys {

// Deletes answers that are older than their survey's rule, once a day.
class Keeping {
  public:
    explicit Keeping(storage::Database& database) : database_(database) {}

    [[nodiscard]] storage::LongJobHandlers handlers();
    // Called when no job waits; true when one has been submitted.
    Result<bool> look();
    // What the job does, for one municipality. Safe to repeat.
    Result<void> delete_old_answers(const storage::Actor& actor, Date today);

  private:
    storage::Database& database_;
};

} // namespace maerkbar::surveys
