#include "storage/job_runner.hpp"

#include <exception>

#include "storage/errors.hpp"

namespace maerkbar::storage {

namespace {

constexpr auto look_again = std::chrono::milliseconds(1000);
// A job that was cut off so many times probably brings the program down.
constexpr std::int64_t most_starts = 5;

Actor actor_of(const Job& job) {
    return {job.tenant, job.person, "job", "job-" + std::to_string(job.id.value)};
}

std::string details(const Job& job) {
    return R"({"kind":")" + job.kind + R"("})";
}

} // namespace

Actor LongJob::actor() const {
    return actor_of(job_);
}

void LongJob::progress(std::int64_t done, std::int64_t total) {
    constexpr auto seldom = std::chrono::milliseconds(250);
    const auto now = std::chrono::steady_clock::now();
    if (now - stored_ < seldom) return;
    stored_ = now;
    job_.done = done;
    job_.total = total;
    // Only for people to look at: if it cannot be stored, the work itself will say why.
    (void)database_.write(actor(), [&](Transaction& transaction) {
        transaction.without_audit("the job itself is recorded when it ends");
        return save(transaction, job_);
    });
}

JobRunner::JobRunner(Database& database, JobHandlers handlers, LongJobHandlers long_handlers)
    : database_(database), handlers_(std::move(handlers)), long_handlers_(std::move(long_handlers)) {}

JobRunner::~JobRunner() {
    {
        const std::lock_guard lock(mutex_);
        stopping_ = true;
    }
    changed_.notify_all();
    if (thread_.joinable()) thread_.join();
}

void JobRunner::start() {
    thread_ = std::thread([this] { serve(); });
}

void JobRunner::wake() {
    {
        const std::lock_guard lock(mutex_);
        woken_ = true;
    }
    changed_.notify_all();
}

void JobRunner::serve() {
    while (!stopping()) {
        const auto ran = run_next();
        if (!ran.ok() || !*ran) pause(look_again);
    }
}

Result<bool> JobRunner::run_next() {
    const auto job = TRY(database_.read(next_job));
    if (!job) return idle_ ? idle_() : Result<bool>(false);
    auto outcome = run(*job);
    if (outcome.ok()) return true;
    // An unavailable database is no fault of the job, so it stays where it is.
    if (outcome.error().kind == ErrorKind::unavailable) return std::move(outcome).error();
    TRY(fail(*job, outcome.error()));
    return true;
}

Result<void> JobRunner::run(const Job& job) {
    TRY(begin(job));
    try {
        if (const auto found = long_handlers_.find(job.kind); found != long_handlers_.end())
            return run_long(job, found->second);
        return database_.write_in_steps(actor_of(job), [&](Transaction& transaction) -> Result<Step> {
            auto current = TRY(find_job(transaction.connection(), job.tenant, job.id));
            if (!current || stopping()) return Step::done;
            return step(transaction, *current);
        });
    } catch (const std::exception& exception) {
        return errors::job(exception.what());
    }
}

Result<void> JobRunner::run_long(const Job& job, const LongJobHandler& handler) {
    auto begun =
        TRY(database_.read([&](Connection& connection) { return find_job(connection, job.tenant, job.id); }));
    if (!begun) return {};
    LongJob work(database_, *begun);
    TRY(handler(work));
    return database_.write(actor_of(job), [&](Transaction& transaction) -> Result<void> {
        auto current = work.job();
        current.state = JobState::done;
        TRY(save(transaction, current));
        return transaction.audit({"job.done", "job", std::to_string(job.id.value), details(job)});
    });
}

// Counts the starts before the work, so that work that brings the program down is not tried for ever.
Result<void> JobRunner::begin(const Job& job) {
    if (begun_ == std::pair(job.tenant, job.id)) return {}; // the database was away meanwhile
    if (job.starts >= most_starts) return errors::hopeless_job();
    TRY(database_.write(actor_of(job), [&](Transaction& transaction) {
        transaction.without_audit("the job itself is recorded when it ends");
        auto current = job;
        current.state = JobState::running;
        ++current.starts;
        return save(transaction, current);
    }));
    begun_ = {job.tenant, job.id};
    return {};
}

Result<Step> JobRunner::step(Transaction& transaction, Job& job) {
    transaction.without_audit("the job itself is recorded when it ends");
    const auto handler = handlers_.find(job.kind);
    if (handler == handlers_.end()) return errors::unknown_job(job.kind);
    JobStep step(transaction, job);
    const auto more = TRY(handler->second(step));
    if (more == Step::done) {
        job.state = JobState::done;
        TRY(transaction.audit({"job.done", "job", std::to_string(job.id.value), details(job)}));
    }
    TRY(save(transaction, job));
    return more;
}

Result<void> JobRunner::fail(const Job& job, const Error& error) {
    return database_.write(actor_of(job), [&](Transaction& transaction) -> Result<void> {
        auto current = TRY(find_job(transaction.connection(), job.tenant, job.id));
        if (!current) return {};
        current->state = JobState::failed;
        current->error = error;
        TRY(save(transaction, *current));
        return transaction.audit({"job.failed", "job", std::to_string(job.id.value), details(job)});
    });
}

bool JobRunner::stopping() {
    const std::lock_guard lock(mutex_);
    return stopping_;
}

void JobRunner::pause(std::chrono::milliseconds time) {
    std::unique_lock lock(mutex_);
    changed_.wait_for(lock, time, [this] { return stopping_ || woken_; });
    woken_ = false;
}

} // namespace maerkbar::storage
