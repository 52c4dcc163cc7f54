#pragma once

#include "measurement/source_list.hpp"
#include "storage/job_runner.hpp"

namespace maerkbar::app {

// Notices that the organisation has changed and asks for the job that follows: the tree rebuilds the sums
// over its subtrees, closing days and opening hours let what depends on them be counted anew. So whoever
// changes the organisation need not know measurement, and nothing is forgotten over a restart.
class Upkeep {
  public:
    Upkeep(storage::Database& database, const measurement::SourceList& sources)
        : database_(database), sources_(sources) {}

    [[nodiscard]] storage::LongJobHandlers handlers();
    // Called when no job waits; true when one has been submitted.
    Result<bool> look();

  private:
    Result<bool> look_at_tree();
    Result<bool> look_at_calendar();

    storage::Database& database_;
    const measurement::SourceList& sources_;
};

} // namespace maerkbar::app
