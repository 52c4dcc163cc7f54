#pragma once

#include "measurement/verdicts.hpp"
#include "organisation/services.hpp"
#include "storage/job_runner.hpp"

namespace maerkbar::measurement {

// What the pages and the API of this module need. Everything outlives the routes.
struct Services {
    organisation::Services& organisation;
    Verdicts& verdicts;
    const web::Languages& languages;
    storage::JobRunner* jobs = nullptr; // woken when a definition waits; may be null in tests

    [[nodiscard]] storage::Database& database() const { return organisation.database; }
};

} // namespace maerkbar::measurement
