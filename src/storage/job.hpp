#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.hpp"
#include "base/strong_id.hpp"
#include "storage/connection.hpp"
#include "storage/transaction.hpp"

namespace maerkbar::storage {

using JobId = StrongId<struct JobTag>;

enum class JobState { waiting, running, done, failed };

// Work that outlives the request that asked for it.
struct Job {
    TenantId tenant;
    JobId id;
    std::string kind;     // names the handler
    std::string payload;  // what the handler understands, JSON
    std::string position; // the handler's bookmark; empty at first
    JobState state = JobState::waiting;
    std::int64_t done = 0;
    std::int64_t total = 0; // 0: not known
    std::int64_t starts = 0;
    PersonId person = {};
    std::optional<Error> error = {}; // why it failed
};

// Asks for work within a transaction: it is done if and only if the transaction is stored.
Result<JobId> submit(Transaction& transaction, std::string_view kind, std::string_view payload);
// The same without a payload, unless such a job of the tenant waits already and will see to it.
Result<void> submit_once(Transaction& transaction, std::string_view kind);

Result<std::optional<Job>> find_job(Connection& connection, TenantId tenant, JobId id);

// The latest first.
Result<std::vector<Job>> recent_jobs(Connection& connection, TenantId tenant, std::int64_t limit);

// The job to go on with, of all tenants: one that was interrupted, else first come, first served.
Result<std::optional<Job>> next_job(Connection& connection);

// Stores state, progress, position and error.
Result<void> save(Transaction& transaction, const Job& job);

} // namespace maerkbar::storage
