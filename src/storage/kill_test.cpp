// kill −9 in the middle of writing: what was acknowledged is there, and nothing is there by half.
#include <doctest/doctest.h>
#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cstdlib>
#include <optional>
#include <set>
#include <thread>

#include "storage/testing.hpp"

namespace maerkbar::storage {
namespace {

using testing::some_actor;
using testing::TestDatabase;

constexpr int writers = 4;
constexpr int rows_in_a_step = 50;

int rounds() {
    return std::getenv("MAERKBAR_LONG_TESTS") != nullptr ? 50 : 5;
}

Result<void> add_pair(Database& database, std::int64_t id) {
    return database.write(some_actor(), [&](Transaction& transaction) -> Result<void> {
        TRY(transaction.connection().execute("insert into left_half values (?)", {id}));
        TRY(transaction.connection().execute("insert into right_half values (?)", {id}));
        return transaction.audit({"pair.created", "pair", std::to_string(id)});
    });
}

// Half an import: many rows a step, never acknowledged, so present in whole steps only.
void import_for_ever(Database& database, int round) {
    std::int64_t next = 1 + round * 10'000'000LL;
    (void)database
        .write_in_steps(some_actor(),
                        [&](Transaction& transaction) -> Result<Step> {
                            transaction.without_audit("only a test");
                            auto bulk = TRY(transaction.connection().bulk_insert("imported", {"id"}));
                            for (int row = 0; row < rows_in_a_step; ++row)
                                TRY(bulk->append(next++));
                            TRY(bulk->finish());
                            return Step::more;
                        })
        .ok();
}

// The life of the child: every stored number is written to the pipe after, never before, its answer.
[[noreturn]] void write_until_killed(const Settings& settings, int pipe, int round) {
    auto database = Database::open(settings);
    if (!database.ok()) _exit(1);
    std::vector<std::thread> threads;
    threads.emplace_back([&] { import_for_ever(**database, round); });
    for (int writer = 0; writer < writers; ++writer)
        threads.emplace_back([&, writer] {
            for (std::int64_t id = round * 1'000'000LL + writer;; id += writers)
                if (add_pair(**database, id).ok() && write(pipe, &id, sizeof id) != sizeof id) _exit(1);
        });
    for (auto& thread : threads)
        thread.join();
    _exit(0);
}

// Reads up to `most` numbers; all that come where there is no limit.
std::set<std::int64_t> read_numbers(int pipe, std::optional<std::size_t> most) {
    std::set<std::int64_t> numbers;
    std::int64_t number = 0;
    while ((!most || numbers.size() < *most) && read(pipe, &number, sizeof number) == sizeof number)
        numbers.insert(number);
    return numbers;
}

std::set<std::int64_t> kill_while_writing(const Settings& settings, int round) {
    std::array<int, 2> ends{};
    REQUIRE(pipe(ends.data()) == 0);
    const auto child = fork();
    REQUIRE(child >= 0);
    if (child == 0) write_until_killed(settings, ends[1], round);
    close(ends[1]);
    auto acknowledged = read_numbers(ends[0], 20 + static_cast<std::size_t>(round) * 13 % 200);
    kill(child, SIGKILL);
    int status = 0;
    waitpid(child, &status, 0);
    CHECK(WIFSIGNALED(status));
    acknowledged.merge(read_numbers(ends[0], {}));
    close(ends[0]);
    return acknowledged;
}

std::int64_t count(Connection& connection, std::string_view from) {
    const auto counted = connection.number("select count(*) from " + std::string(from));
    REQUIRE(counted.ok());
    return *counted;
}

void check_state(Database& database, const std::set<std::int64_t>& acknowledged) {
    const auto outcome = database.read([&](Connection& connection) -> Result<void> {
        const auto stored = TRY(
            connection.all("select id from left_half", {}, [](const Row& row) { return row.integer(0); }));
        const std::set<std::int64_t> ids(stored.begin(), stored.end());
        CHECK(std::includes(ids.begin(), ids.end(), acknowledged.begin(), acknowledged.end()));
        const auto pairs = static_cast<std::int64_t>(ids.size());
        CHECK(count(connection, "left_half join right_half on left_half.id = right_half.id") == pairs);
        CHECK(count(connection, "right_half") == pairs);
        CHECK(count(connection, "audit_entry") == pairs);
        CHECK(count(connection, "imported") % rows_in_a_step == 0);
        return {};
    });
    CHECK(outcome.ok());
}

TEST_CASE("nothing acknowledged is lost and nothing is stored by half when the program is killed") {
    for (const auto dialect : testing::dialects()) {
        auto settings = TestDatabase::fast_settings();
        settings.durable = true;
        TestDatabase database(dialect, settings);
        REQUIRE(database
                    ->exclusively([](Connection& connection) {
                        return connection.script(
                            "create table left_half (id bigint primary key);"
                            "create table right_half (id bigint primary key);"
                            "create table imported (id bigint primary key)");
                    })
                    .ok());
        std::set<std::int64_t> acknowledged;
        for (int round = 0; round < rounds(); ++round) {
            database.close(); // no thread of ours may be in the child
            acknowledged.merge(kill_while_writing(database.settings(), round));
            database.reopen();
            check_state(*database, acknowledged);
        }
        CHECK(acknowledged.size() >= 100);
    }
}

} // namespace
} // namespace maerkbar::storage
