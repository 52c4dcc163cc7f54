// Many writers at once, on both databases.
#include "storage/writer.hpp"

#include <doctest/doctest.h>

#include <atomic>
#include <thread>

#include "storage/testing.hpp"

namespace maerkbar::storage {
namespace {

using testing::for_each_database;
using testing::some_actor;

void run_script(Database& database, const std::string& sql) {
    const auto outcome = database.exclusively([&](Connection& connection) { return connection.script(sql); });
    REQUIRE(outcome.ok());
}

std::int64_t number(Database& database, const std::string& sql) {
    const auto found = database.read([&](Connection& connection) { return connection.number(sql); });
    REQUIRE(found.ok());
    return *found;
}

Result<void> change(Database& database, const std::string& sql, const Params& params = {}) {
    return database.write(some_actor(), [&](Transaction& transaction) -> Result<void> {
        transaction.without_audit("only a test");
        TRY(transaction.connection().execute(sql, params));
        return {};
    });
}

void in_threads(int count, FunctionRef<void(int)> work) {
    std::vector<std::thread> threads;
    for (int thread = 0; thread < count; ++thread)
        threads.emplace_back([&, thread] { work(thread); });
    for (auto& thread : threads)
        thread.join();
}

TEST_CASE("what one writer read, no other changes before it writes") {
    for_each_database([](Database& database) {
        run_script(database, "create table counter (value bigint); insert into counter values (0)");
        std::atomic<int> failures = 0;
        in_threads(6, [&](int) {
            for (int round = 0; round < 20; ++round) {
                const auto outcome =
                    database.write(some_actor(), [](Transaction& transaction) -> Result<void> {
                        auto& connection = transaction.connection();
                        const auto value = TRY(connection.number("select value from counter"));
                        TRY(connection.execute("update counter set value = ?", {value + 1}));
                        return transaction.audit({"counter.raised", "counter", "1"});
                    });
                if (!outcome.ok()) ++failures;
            }
        });
        CHECK(failures == 0);
        CHECK(number(database, "select value from counter") == 120);
        CHECK(number(database, "select count(distinct id) from audit_entry") == 120);
    });
}

TEST_CASE("writers that wait together fail one by one") {
    for_each_database([](Database& database) {
        run_script(database, "create table thing (id bigint primary key)");
        std::atomic<int> stored = 0;
        std::atomic<int> refused = 0;
        in_threads(16, [&](int thread) {
            const auto outcome = change(database, "insert into thing values (?)", {thread / 2});
            ++(outcome.ok() ? stored : refused);
            CHECK((outcome.ok() || outcome.error().code == "storage.unique"));
        });
        CHECK(stored == 8);
        CHECK(refused == 8);
        CHECK(number(database, "select count(*) from thing") == 8);
    });
}

// The database notices only at the commit that all of a batch shares.
TEST_CASE("a failure at the commit is the failure of one writer") {
    for_each_database([](Database& database) {
        run_script(database,
                   "create table parent (id bigint primary key); create table child (id bigint primary key, "
                   "parent_id bigint references parent (id) deferrable initially deferred)");
        std::atomic<int> stored = 0;
        in_threads(12, [&](int thread) {
            const auto parent = thread == 5 ? std::optional(77) : std::optional<int>();
            const auto outcome = change(database, "insert into child values (?, ?)", {thread, parent});
            CHECK(outcome.ok() == (thread != 5));
            if (outcome.ok()) ++stored;
        });
        CHECK(stored == 11);
        CHECK(number(database, "select count(*) from child") == 11);
        CHECK(number(database, "select count(*) from child where parent_id = 77") == 0);
    });
}

TEST_CASE("a small write passes long work") {
    for_each_database([](Database& database) {
        run_script(database, "create table thing (id bigint primary key)");
        std::atomic<bool> answered = false;
        std::thread small;
        int steps = 0;
        const auto outcome =
            database.write_in_steps(some_actor(), [&](Transaction& transaction) -> Result<Step> {
                transaction.without_audit("only a test");
                TRY(transaction.connection().execute("insert into thing values (?)", {1000 + steps}));
                if (steps++ == 0)
                    small = std::thread(
                        [&] { answered = change(database, "insert into thing values (1)").ok(); });
                return answered || steps == 5000 ? Step::done : Step::more;
            });
        small.join();
        CHECK(outcome.ok());
        CHECK(answered);
        CHECK(steps < 5000);
    });
}

TEST_CASE("a step knows when its time is up") {
    for_each_database([](Database& database) {
        const auto started = std::chrono::steady_clock::now();
        const auto outcome = database.write(some_actor(), [](Transaction& transaction) -> Result<void> {
            CHECK_FALSE(transaction.time_is_up());
            while (!transaction.time_is_up())
                std::this_thread::yield();
            return {};
        });
        CHECK(outcome.ok());
        CHECK(std::chrono::steady_clock::now() - started >= std::chrono::milliseconds(30));
    });
}

TEST_CASE("a write inside a write is refused on SQLite, where it would wait for itself") {
    testing::TestDatabase database(Dialect::sqlite);
    const auto outcome =
        database->write(some_actor(), [&](Transaction&) { return change(*database, "select 1"); });
    CHECK(outcome.error().code == "storage.nested");
}

TEST_CASE("threads draw different numbers") {
    for_each_database([](Database& database) {
        std::atomic<std::int64_t> sum = 0;
        in_threads(8, [&](int) {
            for (int round = 0; round < 10; ++round) {
                const auto id = database.write(some_actor(), [](Transaction& transaction) {
                    transaction.without_audit("only a test");
                    return transaction.next_id<UnitId>(TenantId{1}, "unit");
                });
                if (id.ok()) sum += id->value;
            }
        });
        CHECK(sum == 80 * 81 / 2);
    });
}

} // namespace
} // namespace maerkbar::storage
