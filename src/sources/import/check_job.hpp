#pragma once

#include "sources/import/routes.hpp"
#include "storage/job_runner.hpp"

// The check of a large file that an integration sent, as a job: it goes on to the import by itself, also
// after a restart.
namespace maerkbar::sources {

// What was asked for; the file and its mapping lie in a draft.
struct CheckOrder {
    DraftId draft;
    ImportMode mode = ImportMode::replace;
    BadRows bad_rows = BadRows::reject;
    bool dry_run = false; // only a report
    web::Identity who;    // whose reach is looked at again before anything is confirmed
    std::string language; // of the report
};

Result<storage::JobId> submit_check(ImportServices& services, const storage::Actor& actor,
                                    const CheckOrder& order);

// What came of it, in the job's position once it is done: {"import":7} or {"report":{…}}.
[[nodiscard]] storage::LongJobHandler check_handler(ImportServices& services);
inline constexpr std::string_view check_kind = "import.check";

} // namespace maerkbar::sources
