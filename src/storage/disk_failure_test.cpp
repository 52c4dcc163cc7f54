// The disk is full or fails: a clear answer, nothing half-stored, nothing acknowledged lost. SQLite only;
// PostgreSQL's disk is its own matter.
#include <doctest/doctest.h>
#include <sqlite3.h>
#include <unistd.h>

#include <atomic>
#include <cerrno>
#include <set>
#include <thread>

#include "storage/testing.hpp"

namespace maerkbar::storage {
namespace {

using testing::some_actor;
using testing::TestDatabase;

std::atomic<int> writes_left = 0; // before the disk fails
std::atomic<int> failure = 0;     // the errno of a failing disk, 0 for a healthy one

ssize_t failing_pwrite(int file, const void* bytes, std::size_t size, off_t offset) {
    if (failure != 0 && --writes_left < 0) {
        errno = failure;
        return -1;
    }
    return pwrite(file, bytes, size, offset);
}

ssize_t failing_write(int file, const void* bytes, std::size_t size) {
    if (failure != 0 && --writes_left < 0) {
        errno = failure;
        return -1;
    }
    return write(file, bytes, size);
}

// While it lives, SQLite writes its files through the functions above (its documented xSetSystemCall).
struct FailingDisk {
    FailingDisk() {
        replace("pwrite", reinterpret_cast<sqlite3_syscall_ptr>(failing_pwrite));
        replace("pwrite64", reinterpret_cast<sqlite3_syscall_ptr>(failing_pwrite));
        replace("write", reinterpret_cast<sqlite3_syscall_ptr>(failing_write));
    }
    FailingDisk(const FailingDisk&) = delete;
    FailingDisk& operator=(const FailingDisk&) = delete;
    ~FailingDisk() {
        failure = 0;
        for (const char* name : {"pwrite", "pwrite64", "write"})
            replace(name, nullptr);
    }

  private:
    static void replace(const char* name, sqlite3_syscall_ptr function) {
        auto* files = sqlite3_vfs_find(nullptr);
        REQUIRE(files->xSetSystemCall(files, name, function) == SQLITE_OK);
    }
};

// Room for the tables of the program and little more.
Settings little_room() {
    TestDatabase database(Dialect::sqlite);
    auto settings = TestDatabase::fast_settings();
    settings.max_pages = 40 + database
                                  ->read([](Connection& connection) {
                                      return connection.number("select page_count from pragma_page_count");
                                  })
                                  .value();
    return settings;
}

void make_table(Database& database) {
    REQUIRE(database
                .exclusively([](Connection& connection) {
                    return connection.script("create table thing (id integer primary key, filling text)");
                })
                .ok());
}

Result<void> add(Database& database, int id, std::size_t size) {
    return database.write(some_actor(), [&](Transaction& transaction) -> Result<void> {
        TRY(transaction.connection().execute("insert into thing values (?, ?)",
                                             {id, std::string(size, 'x')}));
        return transaction.audit({"thing.created", "thing", std::to_string(id)});
    });
}

std::set<std::int64_t> stored_ids(Database& database) {
    const auto ids = database.read([](Connection& connection) {
        return connection.all("select id from thing", {}, [](const Row& row) { return row.integer(0); });
    });
    REQUIRE(ids.ok());
    return {ids->begin(), ids->end()};
}

void check_whole(Database& database) {
    const auto verdict = database.read([](Connection& connection) {
        return connection.first("pragma integrity_check", {}, [](const Row& row) { return row.string(0); });
    });
    REQUIRE(verdict.ok());
    CHECK(*verdict == "ok");
    const auto traces = database.read(
        [](Connection& connection) { return connection.number("select count(*) from audit_entry"); });
    CHECK(*traces == static_cast<std::int64_t>(stored_ids(database).size()));
}

TEST_CASE("a full database refuses, keeps what it has, and goes on when there is room") {
    TestDatabase database(Dialect::sqlite, little_room());
    make_table(*database);
    std::set<std::int64_t> acknowledged;
    Result<void> outcome;
    for (int id = 1; outcome.ok() && id < 1000; ++id) {
        outcome = add(*database, id, 3000);
        if (outcome.ok()) acknowledged.insert(id);
    }
    REQUIRE_FALSE(outcome.ok());
    CHECK(outcome.error().code == "storage.full");
    CHECK(outcome.error().kind == ErrorKind::unavailable);
    CHECK(acknowledged.size() > 5);
    CHECK(stored_ids(*database) == acknowledged);
    REQUIRE(database
                ->exclusively(
                    [](Connection& connection) { return connection.script("pragma max_page_count=10000"); })
                .ok());
    CHECK(add(*database, 1000, 3000).ok());
    check_whole(*database);
}

TEST_CASE("writers that wait together do not fall with the one that fills the disk") {
    TestDatabase database(Dialect::sqlite, little_room());
    make_table(*database);
    std::atomic<int> small_ones = 0;
    std::vector<std::thread> threads;
    for (int thread = 1; thread <= 12; ++thread)
        threads.emplace_back([&, thread] {
            const auto outcome = add(*database, thread, thread % 3 == 0 ? 1000000 : 10);
            CHECK(outcome.ok() == (thread % 3 != 0));
            if (outcome.ok()) ++small_ones;
        });
    for (auto& thread : threads)
        thread.join();
    CHECK(small_ones == 8);
    CHECK(stored_ids(*database).size() == 8);
    check_whole(*database);
}

// Lets the disk fail at its n-th write, for each n until the work gets through.
void fail_at_every_write(int error_number, const std::string& code) {
    const FailingDisk disk;
    int refused = 0;
    for (int healthy = 0; healthy < 60; ++healthy) {
        TestDatabase database(Dialect::sqlite);
        make_table(*database);
        std::set<std::int64_t> acknowledged;
        writes_left = healthy;
        failure = error_number;
        for (int id = 1; id <= 6; ++id) {
            const auto outcome = add(*database, id, 6000);
            if (outcome.ok()) acknowledged.insert(id);
            if (!outcome.ok()) CHECK(outcome.error().code == code);
            refused += outcome.ok() ? 0 : 1;
        }
        failure = 0;
        CHECK(stored_ids(*database) == acknowledged);
        CHECK(add(*database, 7, 6000).ok());
        database.reopen();
        acknowledged.insert(7);
        CHECK(stored_ids(*database) == acknowledged);
        check_whole(*database);
    }
    CHECK(refused > 20);
}

TEST_CASE("a disk that runs full at any write loses nothing that was acknowledged") {
    fail_at_every_write(ENOSPC, "storage.full");
}

TEST_CASE("a disk that fails at any write loses nothing that was acknowledged") {
    fail_at_every_write(EIO, "storage.io");
}

} // namespace
} // namespace maerkbar::storage
