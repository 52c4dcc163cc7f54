#pragma once

#include <map>

#include "measurement/source_list.hpp"
#include "measurement/version_store.hpp"
#include "storage/database.hpp"
#include "storage/job_runner.hpp"

namespace maerkbar::measurement {

// Long work that is started by a change and ends with results that everybody sees; safe to start again after
// a crash. On failure the pending version is given up. While other results are being computed: unavailable
// (measurement.in_line, see turn.hpp); the job comes again.

// Counts the waiting edition of one indicator and puts it to use; nothing to do is no error.
[[nodiscard]] Result<void> recompute_definition(storage::Database& database, const storage::Actor& actor,
                                                const SourceList& sources, IndicatorId indicator,
                                                const Progress& progress);

// Rebuilds all sums over subtrees from `from` on: after units were opened, moved, merged or closed.
[[nodiscard]] Result<void> recompute_tree(storage::Database& database, const storage::Actor& actor,
                                          const SourceList& sources, Date from, const Progress& progress);

// Counts anew what depends on closing days or opening hours; only cells that differ are written.
[[nodiscard]] Result<void> recompute_calendar(storage::Database& database, const storage::Actor& actor,
                                              const SourceList& sources, const Progress& progress);

// The same as background jobs. submit_definition() and submit_tree() go into the transaction that makes the
// change; cleaning removes cells that nobody sees any more.
[[nodiscard]] storage::LongJobHandlers job_handlers(storage::Database& database, const SourceList& sources);
[[nodiscard]] Result<storage::JobId> submit_definition(storage::Transaction& transaction,
                                                       IndicatorId indicator);
// The latest job of each indicator among those that still show: how far it is, or why it failed.
[[nodiscard]] Result<std::map<IndicatorId, storage::Job>> definition_jobs(storage::Connection& connection,
                                                                          TenantId tenant);
[[nodiscard]] Result<storage::JobId> submit_tree(storage::Transaction& transaction, Date from);
[[nodiscard]] Result<storage::JobId> submit_cleaning(storage::Transaction& transaction);

} // namespace maerkbar::measurement
