#include "sources/surveys/results/release_jobs.hpp"

#include "base/local_time.hpp"
#include "sources/surveys/results/release.hpp"

namespace maerkbar::surveys::results {

namespace {

constexpr std::string_view job_kind = "surveys.release";

// A tenant with surveys, for which nobody has asked a job since this week ended.
Result<std::optional<TenantId>> find_waiting(storage::Connection& connection, const std::string& week) {
    return connection.first(
        "select distinct s.tenant_id from survey s where s.published > 0 and not exists (select 1 from job j "
        "where j.tenant_id = s.tenant_id and j.kind = ? and j.payload = ?) limit 1",
        {job_kind, week}, [](const storage::Row& row) { return row.id<TenantId>(0); });
}

} // namespace

Result<storage::JobId> submit_release(storage::Transaction& transaction, Date today) {
    return storage::submit(transaction, job_kind, last_closed_week(today).iso());
}

storage::LongJobHandlers ReleaseJobs::handlers() {
    storage::LongJobHandlers handlers;
    handlers[std::string(job_kind)] = [this](storage::LongJob& job) -> Result<void> {
        const auto tree = TRY(trees_.get(job.actor().tenant));
        TRY(release_all(database_, job.actor(), *tree, local_day(database_.now())));
        return {};
    };
    return handlers;
}

Result<bool> ReleaseJobs::look() {
    const auto today = local_day(database_.now());
    const auto week = last_closed_week(today).iso();
    const auto tenant =
        TRY(database_.read([&](storage::Connection& connection) { return find_waiting(connection, week); }));
    if (!tenant) return false;
    const storage::Actor actor{*tenant, {}, "job", "release"};
    TRY(database_.write(actor, [&](storage::Transaction& transaction) {
        transaction.without_audit("the job itself is recorded when it ends");
        return submit_release(transaction, today);
    }));
    return true;
}

} // namespace maerkbar::surveys::results
