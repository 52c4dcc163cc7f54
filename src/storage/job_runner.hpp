#pragma once

#include <chrono>
#include <condition_variable>
#include <functional>
#include <map>
#include <mutex>
#include <string>
#include <thread>
#include <utility>

#include "base/result.hpp"
#include "storage/database.hpp"
#include "storage/job.hpp"

namespace maerkbar::storage {

// One step of a job, in a transaction of its own. What the handler writes and how far it says it came are
// stored together, so that after a crash it goes on exactly there.
class JobStep {
  public:
    JobStep(Transaction& transaction, Job& job) : transaction_(transaction), job_(job) {}
    [[nodiscard]] Transaction& transaction() { return transaction_; }
    [[nodiscard]] const Job& job() const { return job_; }
    // Where the next step begins, in the handler's own words.
    void set_position(std::string position) { job_.position = std::move(position); }
    void set_progress(std::int64_t done, std::int64_t total) {
        job_.done = done;
        job_.total = total;
    }

  private:
    Transaction& transaction_;
    Job& job_;
};

// Called until it says done; it ends itself once `step.transaction().time_is_up()`. It reads where it is from
// `step.job()`, never from memory, for it may be called again after a conflict or a crash.
using JobHandler = std::function<Result<Step>(JobStep&)>;
using JobHandlers = std::map<std::string, JobHandler, std::less<>>;

// Work that makes its own transactions, such as an import. It starts again from the beginning after a crash,
// so it must be safe to repeat; a failure of kind unavailable leaves the job waiting for the database.
class LongJob {
  public:
    LongJob(Database& database, Job job) : database_(database), job_(std::move(job)) {}
    [[nodiscard]] const Job& job() const { return job_; }
    [[nodiscard]] Actor actor() const;
    // Stores how far it has come, at most four times a second.
    void progress(std::int64_t done, std::int64_t total);
    // What came of it, in the handler's own words; stored when the job is done.
    void set_position(std::string position) { job_.position = std::move(position); }

  private:
    Database& database_;
    Job job_;
    std::chrono::steady_clock::time_point stored_{};
};
using LongJobHandler = std::function<Result<void>(LongJob&)>;
using LongJobHandlers = std::map<std::string, LongJobHandler, std::less<>>;

// Runs the jobs of all tenants one after the other in a thread of its own. While the database is unavailable
// it waits; any other failure ends the job as failed, with its reason.
class JobRunner {
  public:
    JobRunner(Database& database, JobHandlers handlers, LongJobHandlers long_handlers = {});
    JobRunner(const JobRunner&) = delete;
    JobRunner& operator=(const JobRunner&) = delete;
    // Ends after the step that runs.
    ~JobRunner();

    // Asked when no job waits; true when it has submitted one. Set before start().
    void set_idle(std::function<Result<bool>()> idle) { idle_ = std::move(idle); }

    // Starts the thread, which takes up interrupted jobs first.
    void start();
    // There is new work; without it the runner looks once a second.
    void wake();
    // Runs the next job to its end in the caller's thread; false where there is none. For tests and the
    // command line.
    Result<bool> run_next();

  private:
    void serve();
    Result<void> run(const Job& job);
    Result<void> run_long(const Job& job, const LongJobHandler& handler);
    Result<void> begin(const Job& job);
    Result<Step> step(Transaction& transaction, Job& job);
    Result<void> fail(const Job& job, const Error& error);
    [[nodiscard]] bool stopping();
    void pause(std::chrono::milliseconds time);

    Database& database_;
    JobHandlers handlers_;
    LongJobHandlers long_handlers_;
    std::function<Result<bool>()> idle_;
    std::pair<TenantId, JobId> begun_; // by this runner, the latest
    std::mutex mutex_;
    std::condition_variable changed_;
    bool stopping_ = false;
    bool woken_ = false;
    std::thread thread_;
};

} // namespace maerkbar::storage
