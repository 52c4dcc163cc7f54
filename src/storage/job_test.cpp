#include "storage/job_runner.hpp"

#include <doctest/doctest.h>

#include <atomic>
#include <stdexcept>

#include "storage/testing.hpp"

namespace maerkbar::storage {
namespace {

using testing::for_each_database;
using testing::some_actor;

void make_table(Database& database) {
    REQUIRE(database
                .exclusively([](Connection& connection) {
                    return connection.script("create table counted (number bigint primary key)");
                })
                .ok());
}

JobId ask(Database& database, std::string_view kind) {
    const auto id = database.write(some_actor(), [&](Transaction& transaction) -> Result<JobId> {
        TRY(transaction.audit({"count.asked", "job", ""}));
        return submit(transaction, kind, R"({"to":3})");
    });
    REQUIRE(id.ok());
    return *id;
}

Job look(Database& database, JobId id) {
    const auto job =
        database.read([&](Connection& connection) { return find_job(connection, some_actor().tenant, id); });
    REQUIRE(job.ok());
    REQUIRE(job->has_value());
    return **job;
}

std::int64_t number(Database& database, const std::string& sql) {
    return *database.read([&](Connection& connection) { return connection.number(sql); });
}

// Counts to three, one number a step; its place is its position.
Result<Step> count_one(JobStep& step) {
    const std::int64_t place = step.job().position.empty() ? 0 : std::stoll(step.job().position);
    TRY(step.transaction().connection().execute("insert into counted values (?)", {place + 1}));
    step.set_position(std::to_string(place + 1));
    step.set_progress(place + 1, 3);
    return place + 1 == 3 ? Step::done : Step::more;
}

TEST_CASE("a job runs step by step and is recorded when it is done") {
    for_each_database([](Database& database) {
        make_table(database);
        const auto id = ask(database, "count");
        CHECK(look(database, id).state == JobState::waiting);
        CHECK(look(database, id).payload == R"({"to":3})");
        JobRunner runner(database, {{"count", count_one}});
        CHECK(*runner.run_next());
        CHECK_FALSE(*runner.run_next());
        const auto job = look(database, id);
        CHECK(job.state == JobState::done);
        CHECK(job.done == 3);
        CHECK(job.total == 3);
        CHECK(job.person == some_actor().person);
        CHECK(number(database, "select count(*) from counted") == 3);
        CHECK(number(database,
                     "select count(*) from audit_entry where action = 'job.done' and via = 'job'") == 1);
    });
}

TEST_CASE("a job of a refused request does not exist") {
    for_each_database([](Database& database) {
        const auto refused = database.write(some_actor(), [](Transaction& transaction) -> Result<JobId> {
            TRY(submit(transaction, "count", ""));
            return Error{ErrorKind::invalid, "test.refused", "No."};
        });
        CHECK_FALSE(refused.ok());
        CHECK_FALSE(*JobRunner(database, {}).run_next());
    });
}

TEST_CASE("a job that fails keeps what it stored and says why") {
    for_each_database([](Database& database) {
        make_table(database);
        const auto id = ask(database, "count");
        const auto count_two = [](JobStep& step) -> Result<Step> {
            if (step.job().position != "2") return count_one(step);
            TRY(count_one(step));
            return Error{
                ErrorKind::invalid, "test.enough", "{number}\nis enough.", {{"number", "two\nor so"}}};
        };
        JobRunner runner(database, {{"count", count_two}});
        CHECK(*runner.run_next());
        const auto job = look(database, id);
        CHECK(job.state == JobState::failed);
        CHECK(job.done == 2);
        REQUIRE(job.error.has_value());
        CHECK(job.error->code == "test.enough");
        CHECK(job.error->english() == "two or so\nis enough.");
        CHECK(number(database, "select count(*) from counted") == 2);
        CHECK(number(database, "select count(*) from audit_entry where action = 'job.failed'") == 1);
    });
}

TEST_CASE("an exception and an unknown kind fail the job, not the program") {
    for_each_database([](Database& database) {
        const auto thrown = ask(database, "throw");
        const auto unknown = ask(database, "unknown");
        JobRunner runner(database,
                         {{"throw", [](JobStep&) -> Result<Step> { throw std::runtime_error("a fault"); }}});
        CHECK(*runner.run_next());
        CHECK(*runner.run_next());
        CHECK(look(database, thrown).error->english().find("a fault") != std::string::npos);
        CHECK(look(database, unknown).error->english().find("unknown") != std::string::npos);
    });
}

TEST_CASE("after a crash a job goes on where its last stored step ended") {
    for_each_database([](Database& database) {
        make_table(database);
        const auto id = ask(database, "count");
        // What a killed program leaves: the state running, one step stored.
        const auto left = database.write(some_actor(), [&](Transaction& transaction) -> Result<void> {
            transaction.without_audit("only a test");
            auto job = TRY(find_job(transaction.connection(), some_actor().tenant, id)).value();
            job.state = JobState::running;
            job.starts = 1;
            JobStep step(transaction, job);
            TRY(count_one(step));
            return save(transaction, job);
        });
        REQUIRE(left.ok());
        JobRunner runner(database, {{"count", count_one}});
        CHECK(*runner.run_next());
        CHECK(look(database, id).state == JobState::done);
        CHECK(look(database, id).starts == 2);
        CHECK(number(database, "select count(*) from counted") == 3);
    });
}

TEST_CASE("work that brings the program down every time is given up") {
    for_each_database([](Database& database) {
        const auto id = ask(database, "count");
        const auto left = database.write(some_actor(), [&](Transaction& transaction) {
            transaction.without_audit("only a test");
            return transaction.connection().execute("update job set state = 'running', attempts = 5");
        });
        REQUIRE(left.ok());
        JobRunner runner(database, {{"count", count_one}});
        CHECK(*runner.run_next());
        CHECK(look(database, id).state == JobState::failed);
    });
}

TEST_CASE("the runner's thread takes new work and stops between two steps") {
    for_each_database([](Database& database) {
        std::atomic<int> steps = 0;
        const auto id = ask(database, "endless");
        {
            JobRunner runner(database, {{"endless", [&](JobStep& step) -> Result<Step> {
                                             step.set_progress(++steps, 0);
                                             return Step::more;
                                         }}});
            runner.start();
            runner.wake();
            while (steps < 3)
                std::this_thread::yield();
        }
        CHECK(look(database, id).state == JobState::running);
        CHECK(look(database, id).done >= 2);
        const auto jobs = database.read(
            [](Connection& connection) { return recent_jobs(connection, some_actor().tenant, 10); });
        REQUIRE(jobs.ok());
        CHECK(jobs->size() == 1);
    });
}

TEST_CASE("long work makes its own transactions, and starts again after the database was away") {
    for_each_database([](Database& database) {
        const auto submitted = database.write(some_actor(), [](Transaction& tx) -> Result<JobId> {
            tx.without_audit("test");
            return submit(tx, "long", "{}");
        });
        REQUIRE(submitted.ok());
        int attempts = 0;
        JobRunner runner(database, {}, {{"long", [&](LongJob& job) -> Result<void> {
                                             job.progress(1, 2);
                                             if (++attempts == 1)
                                                 return Error{ErrorKind::unavailable, "test.away", "Away."};
                                             return database.write(job.actor(), [](Transaction& tx) {
                                                 return tx.audit({"test.long", "test", "1"});
                                             });
                                         }}});
        CHECK(runner.run_next().error().code == "test.away");
        CHECK(*runner.run_next());
        const auto job = database.read(
            [&](Connection& connection) { return find_job(connection, some_actor().tenant, *submitted); });
        REQUIRE(job.ok());
        CHECK(attempts == 2);
        CHECK((*job)->state == JobState::done);
        CHECK((*job)->total == 2);
    });
}

} // namespace
} // namespace maerkbar::storage
