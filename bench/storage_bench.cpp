// Storage on SQLite, and on PostgreSQL where MAERKBAR_TEST_POSTGRESQL names a server: bulk insert, reading,
// look-ups, and small durable writes by one and by 32 clients. Budgets: docs/develop/performance.md.
#include <benchmark/benchmark.h>

#include <algorithm>
#include <mutex>
#include <thread>
#include <vector>

#include "storage/testing.hpp"

namespace {

using namespace maerkbar;
using namespace maerkbar::storage;
using storage::testing::TestDatabase;

constexpr int rows = 200000;

template <typename T>
T expect(Result<T> result) {
    if (!result.ok()) std::abort();
    return std::move(result).value();
}

void expect(const Result<void>& result) {
    if (!result.ok()) std::abort();
}

// A table as narrow as cells are: keyed by two numbers, with two values.
TestDatabase& make_table(TestDatabase& database) {
    expect(database->exclusively([](Connection& connection) {
        const bool sqlite = connection.dialect() == Dialect::sqlite;
        return connection.script(
            sqlite ? "create table narrow (unit integer, day integer, value real, count integer, "
                     "primary key (unit, day)) strict, without rowid"
                   : "create table narrow (unit bigint, day bigint, value double precision, "
                     "count bigint, primary key (unit, day))");
    }));
    return database;
}

void fill(TestDatabase& database, int first_unit) {
    expect(database->write(
        storage::testing::some_actor(), [&](Transaction& transaction) -> Result<std::int64_t> {
            transaction.without_audit("a benchmark");
            auto bulk =
                TRY(transaction.connection().bulk_insert("narrow", {"unit", "day", "value", "count"}));
            for (int row = 0; row < rows; ++row)
                TRY(bulk->append(first_unit + row / 1000, row % 1000, row * 0.5, row));
            return bulk->finish();
        }));
}

void bulk_insert(benchmark::State& state, Dialect dialect) {
    TestDatabase database(dialect);
    make_table(database);
    int first_unit = 0;
    for (auto _ : state) {
        fill(database, first_unit);
        first_unit += rows / 1000;
    }
    state.SetItemsProcessed(state.iterations() * rows);
}

void read_all(benchmark::State& state, Dialect dialect) {
    TestDatabase database(dialect);
    fill(make_table(database), 0);
    for (auto _ : state) {
        std::int64_t sum = 0;
        expect(database->read([&](Connection& connection) {
            return connection.query("select unit, day, value, count from narrow", {},
                                    [&](const Row& row) -> Result<void> {
                                        sum += row.integer(0) + row.integer(1) + row.integer(3) +
                                               static_cast<std::int64_t>(row.real(2));
                                        return {};
                                    });
        }));
        benchmark::DoNotOptimize(sum);
    }
    state.SetItemsProcessed(state.iterations() * rows);
}

void look_up(benchmark::State& state, Dialect dialect) {
    TestDatabase database(dialect);
    fill(make_table(database), 0);
    int row = 0;
    for (auto _ : state) {
        row = (row + 7919) % rows;
        benchmark::DoNotOptimize(expect(database->read([&](Connection& connection) {
            return connection.number("select count from narrow where unit = ? and day = ?",
                                     {row / 1000, row % 1000});
        })));
    }
    state.SetItemsProcessed(state.iterations());
}

// Each client writes one row with its audit entry and waits until both are durable.
void durable_writes(benchmark::State& state, Dialect dialect) {
    auto settings = TestDatabase::fast_settings();
    settings.durable = true;
    settings.writers = 16;
    TestDatabase database(dialect, settings);
    make_table(database);
    const auto clients = static_cast<int>(state.range(0));
    constexpr int writes = 200; // of each client
    std::vector<double> milliseconds;
    int round = 0;
    for (auto _ : state) {
        std::mutex mutex;
        std::vector<std::thread> threads;
        for (int client = 0; client < clients; ++client)
            threads.emplace_back([&, client] {
                for (int write = 0; write < writes; ++write) {
                    const auto start = std::chrono::steady_clock::now();
                    expect(database->write(
                        storage::testing::some_actor(), [&](Transaction& transaction) -> Result<void> {
                            TRY(transaction.connection().execute("insert into narrow values (?, ?, 1.5, 1)",
                                                                 {round * clients + client, write}));
                            return transaction.audit({"answer.stored", "answer", "1"});
                        }));
                    const std::chrono::duration<double, std::milli> taken =
                        std::chrono::steady_clock::now() - start;
                    const std::lock_guard lock(mutex);
                    milliseconds.push_back(taken.count());
                }
            });
        for (auto& thread : threads)
            thread.join();
        ++round;
    }
    std::sort(milliseconds.begin(), milliseconds.end());
    state.counters["p50 ms"] = milliseconds[milliseconds.size() / 2];
    state.counters["p99 ms"] = milliseconds[milliseconds.size() * 99 / 100];
    state.SetItemsProcessed(static_cast<std::int64_t>(milliseconds.size()));
}

// Small writes while an import of narrow rows runs beside them.
void small_writes_beside_import(benchmark::State& state, Dialect dialect) {
    auto settings = TestDatabase::fast_settings();
    settings.durable = true;
    TestDatabase database(dialect, settings);
    make_table(database);
    std::atomic<bool> stop = false;
    std::int64_t imported = 0;
    std::thread import([&] {
        expect(database->write_in_steps(
            storage::testing::some_actor(), [&](Transaction& transaction) -> Result<Step> {
                transaction.without_audit("a benchmark");
                auto bulk =
                    TRY(transaction.connection().bulk_insert("narrow", {"unit", "day", "value", "count"}));
                std::int64_t next = imported;
                while (!transaction.time_is_up())
                    for (const auto end = next + 500; next < end; ++next)
                        TRY(bulk->append(next / 1000, next % 1000, 0.5, next));
                TRY(bulk->finish());
                imported = next;
                return stop ? Step::done : Step::more;
            }));
    });
    std::vector<double> milliseconds;
    for (auto _ : state) {
        const auto start = std::chrono::steady_clock::now();
        expect(database->write(storage::testing::some_actor(), [](Transaction& transaction) {
            return transaction.audit({"a.b", "c", "1"});
        }));
        milliseconds.push_back(
            std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - start).count());
        std::this_thread::sleep_for(std::chrono::milliseconds(10));
    }
    stop = true;
    import.join();
    std::sort(milliseconds.begin(), milliseconds.end());
    state.counters["p50 ms"] = milliseconds[milliseconds.size() / 2];
    state.counters["p99 ms"] = milliseconds[milliseconds.size() * 99 / 100];
    state.counters["imported"] = static_cast<double>(imported);
}

void add(const char* name, void (*run)(benchmark::State&, Dialect),
         FunctionRef<void(benchmark::internal::Benchmark&)> set) {
    for (const auto dialect : storage::testing::dialects()) {
        const auto full = std::string(name) + (dialect == Dialect::sqlite ? "/sqlite" : "/postgresql");
        set(*benchmark::RegisterBenchmark(full.c_str(), run, dialect));
    }
}

} // namespace

int main(int argc, char** argv) {
    const auto ordinary = [](auto& one) { one.UseRealTime()->MeasureProcessCPUTime(); };
    add("bulk_insert", bulk_insert, ordinary);
    add("read_all", read_all, ordinary);
    add("look_up", look_up, ordinary);
    add("durable_writes", durable_writes,
        [](auto& one) { one.UseRealTime()->Arg(1)->Arg(32)->Iterations(3); });
    add("small_writes_beside_import", small_writes_beside_import,
        [](auto& one) { one.UseRealTime()->Iterations(300); });
    benchmark::Initialize(&argc, argv);
    benchmark::RunSpecifiedBenchmarks();
}
