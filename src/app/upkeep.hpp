#pragma once

#include "measurement/source_list.hpp"
#include "storage/job_runner.hpp"

namespace maerkbar::app {

// Finds results that no longer fit what they are made from, and asks for the job that mends them: indicators
// whose definition is new or changed, and subtree sums after the organisation has changed. So whoever changes
// something need not know what follows from it, and nothing is forgotten over a restart.
class Upkeep {
  public:
    Upkeep(storage::Database& database, const measurement::SourceList& sources)
        : database_(database), sources_(sources) {}

    [[nodiscard]] storage::LongJobHandlers handlers();
    // Called when no job waits; true when one has been submitted.
    Result<bool> look();

  private:
    storage::Database& database_;
    const measurement::SourceList& sources_;
};

} // namespace maerkbar::app
