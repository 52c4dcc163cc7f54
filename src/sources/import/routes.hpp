#pragma once

#include <functional>
#include <set>
#include <vector>

#include "organisation/access.hpp"
#include "sources/import/checks.hpp"
#include "sources/import/drafts.hpp"
#include "sources/import/importer.hpp"
#include "storage/job.hpp"
#include "web/parts/frame.hpp"
#include "web/route.hpp"

namespace maerkbar::sources {

// How far an import or its undoing has come.
struct ImportProgress {
    std::int64_t done = 0;
    std::int64_t total = 0;        // 0: not known yet
    std::optional<Error> obstacle; // why it waits, such as a full disk; it goes on by itself
};

// Runs imports in the background, so that they survive a restart.
class ImportQueue {
  public:
    virtual ~ImportQueue() = default;
    // Confirms the order, queues it and forgets its draft in one transaction, so that no import is left for
    // ever without its work.
    virtual Result<ImportId> confirm(const storage::Actor& actor, const ImportOrder& order,
                                     const CheckReport& report, const Draft& draft) = 0;
    virtual Result<void> undo(const storage::Actor& actor, ImportId import) = 0;
    virtual std::optional<ImportProgress> progress(TenantId tenant, ImportId import) = 0;
    // Imports whose undoing waits or runs: they still count.
    virtual Result<std::set<ImportId>> being_undone(TenantId tenant) = 0;
    // Other work on imports.
    virtual Result<storage::JobId> submit(const storage::Actor& actor, std::string_view kind,
                                          const std::string& payload) = 0;
    virtual Result<std::optional<storage::Job>> find_job(TenantId tenant, storage::JobId job) = 0;
};

// What the pages and the API of imports need. Everything outlives the routes.
struct ImportServices {
    Importer& importer;
    Drafts& drafts;
    ImportQueue& queue;
    web::parts::Frame& frame;
    Importer::TreeLoader tree;
    // Units in which this person may do something.
    std::function<Result<organisation::UnitScope>(const web::Identity&, std::string_view permission)> scope;
    std::function<Date()> today;
    Checks& checks;
    std::uint64_t check_at_once_bytes; // larger files are checked in the background
};

[[nodiscard]] std::vector<web::Route> routes(ImportServices& services);

} // namespace maerkbar::sources
