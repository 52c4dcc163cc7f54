#include "storage/job.hpp"

#include <algorithm>

#include "base/names.hpp"

namespace maerkbar::storage {

namespace {

constexpr std::string_view state_names[] = {"waiting", "running", "done", "failed"};

constexpr auto columns =
    "tenant_id, id, kind, payload, position, state, done, total, attempts, person_id, error_code, "
    "error_text, "
    "error_arguments";

std::string_view name_of(JobState state) {
    return name_in(state_names, state);
}

// A state that nobody knows must not be run.
JobState state_of(std::string_view name) {
    return named_in<JobState>(state_names, name).value_or(JobState::failed);
}

// A line an argument: name=value.
std::string written(const std::vector<std::pair<std::string, std::string>>& arguments) {
    std::string lines;
    for (const auto& [name, value] : arguments) {
        auto line = name + "=" + value;
        std::replace(line.begin(), line.end(), '\n', ' ');
        lines += line + "\n";
    }
    return lines;
}

std::vector<std::pair<std::string, std::string>> read_arguments(std::string_view lines) {
    std::vector<std::pair<std::string, std::string>> arguments;
    for (auto end = lines.find('\n'); end != std::string_view::npos; end = lines.find('\n')) {
        const auto line = lines.substr(0, end);
        const auto equals = line.find('=');
        arguments.emplace_back(line.substr(0, equals), line.substr(equals + 1));
        lines.remove_prefix(end + 1);
    }
    return arguments;
}

Job read_job(const Row& row) {
    Job job{.tenant = row.id<TenantId>(0),
            .id = row.id<JobId>(1),
            .kind = row.string(2),
            .payload = row.string(3),
            .position = row.string(4),
            .state = state_of(row.text(5)),
            .done = row.integer(6),
            .total = row.integer(7),
            .starts = row.integer(8),
            .person = row.id<PersonId>(9)};
    if (job.state == JobState::failed)
        job.error = Error{ErrorKind::internal, row.string(10), row.string(11), read_arguments(row.text(12))};
    return job;
}

Result<std::vector<Job>> select(Connection& connection, std::string_view rest, const Params& params) {
    const auto sql = "select " + std::string(columns) + " from job " + std::string(rest);
    return connection.all(sql, params, read_job);
}

Result<std::optional<Job>> select_one(Connection& connection, std::string_view rest, const Params& params) {
    auto jobs = TRY(select(connection, rest, params));
    if (jobs.empty()) return std::optional<Job>{};
    return std::optional<Job>(std::move(jobs.front()));
}

} // namespace

Result<JobId> submit(Transaction& transaction, std::string_view kind, std::string_view payload) {
    const auto tenant = transaction.actor().tenant;
    const auto person = transaction.actor().person;
    const auto id = TRY(transaction.next_id<JobId>(tenant, "job"));
    TRY(transaction.connection().execute(
        "insert into job (tenant_id, id, kind, payload, state, person_id, created_at) values "
        "(?,?,?,?,'waiting',?,?)",
        {tenant, id, kind, payload, person ? std::optional(person) : std::nullopt, transaction.now()}));
    return id;
}

Result<void> submit_once(Transaction& transaction, std::string_view kind) {
    const auto waiting = TRY(transaction.connection().number(
        "select count(*) from job where tenant_id = ? and kind = ? and state = 'waiting'",
        {transaction.actor().tenant, kind}));
    if (waiting == 0) TRY(submit(transaction, kind, {}));
    return {};
}

Result<std::optional<Job>> find_job(Connection& connection, TenantId tenant, JobId id) {
    return select_one(connection, "where tenant_id = ? and id = ?", {tenant, id});
}

Result<std::vector<Job>> recent_jobs(Connection& connection, TenantId tenant, std::int64_t limit) {
    return select(connection, "where tenant_id = ? order by id desc limit ?", {tenant, limit});
}

Result<std::optional<Job>> next_job(Connection& connection) {
    return select_one(
        connection, "where state in ('running', 'waiting') order by state, created_at, tenant_id, id limit 1",
        {});
}

Result<void> save(Transaction& transaction, const Job& job) {
    const auto error = job.error.value_or(Error{});
    const bool ended = job.state == JobState::done || job.state == JobState::failed;
    TRY(transaction.connection().execute(
        "update job set state = ?, position = ?, done = ?, total = ?, attempts = ?, error_code = ?, "
        "error_text = ?, "
        "error_arguments = ?, started_at = coalesce(started_at, ?), finished_at = ? where tenant_id = ? and "
        "id = ?",
        {name_of(job.state), job.position, job.done, job.total, job.starts, error.code, error.text,
         written(error.arguments), transaction.now(), ended ? std::optional(transaction.now()) : std::nullopt,
         job.tenant, job.id}));
    return {};
}

} // namespace maerkbar::storage
