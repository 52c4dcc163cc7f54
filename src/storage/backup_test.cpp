#include "storage/backup.hpp"

#include <doctest/doctest.h>

#include <atomic>
#include <filesystem>
#include <fstream>
#include <thread>

#include "storage/job.hpp"
#include "storage/testing.hpp"

namespace maerkbar::storage {
namespace {

namespace fs = std::filesystem;
using testing::some_actor;
using testing::TestDatabase;

// A folder for backup files.
struct Folder {
    TestDatabase owner{Dialect::sqlite};
    [[nodiscard]] std::string operator/(const std::string& name) const { return owner.folder() + "/" + name; }
};

// An audit entry and a job in one transaction: a backup holds both or none.
Result<void> write_pair(Database& database) {
    return database.write(some_actor(), [](Transaction& transaction) -> Result<void> {
        TRY(submit(transaction, "count", "{\"æøå\": \"\\\\ \\n\"}"));
        return transaction.audit({"job.asked", "job", ""});
    });
}

std::int64_t number(Database& database, const std::string& sql) {
    const auto found = database.read([&](Connection& connection) { return connection.number(sql); });
    REQUIRE(found.ok());
    return *found;
}

// An address with nothing behind it yet.
Settings empty_target(Dialect dialect, const Folder& folder) {
    if (dialect == Dialect::sqlite) {
        auto settings = TestDatabase::fast_settings();
        settings.url = "sqlite:" + (folder / "restored/maerkbar.db");
        return settings;
    }
    TestDatabase spare(dialect); // takes its schema with it when it goes
    return spare.settings();
}

void drop(const Settings& settings) {
    if (settings.schema.empty()) return;
    const auto database = Database::open(settings);
    REQUIRE(database.ok());
    REQUIRE((*database)
                ->exclusively([&](Connection& connection) {
                    return connection.script("drop schema " + settings.schema + " cascade");
                })
                .ok());
}

TEST_CASE("a backup is restored into either database with every row") {
    for (const auto from : testing::dialects())
        for (const auto to : testing::dialects()) {
            const Folder folder;
            TestDatabase database(from);
            for (int round = 0; round < 20; ++round)
                REQUIRE(write_pair(*database).ok());
            const auto made = backup(*database, folder / "a.backup");
            REQUIRE_MESSAGE(made.ok(), made.error().english());
            CHECK(made->rows >= 40);
            CHECK(verify_backup(folder / "a.backup")->rows == made->rows);
            const auto target = empty_target(to, folder);
            const auto restored = restore(folder / "a.backup", target);
            REQUIRE_MESSAGE(restored.ok(), restored.error().english());
            CHECK(restored->rows == made->rows);
            {
                const auto again = Database::open(target);
                REQUIRE(again.ok());
                CHECK(number(**again, "select count(*) from job where state = 'waiting'") == 20);
                CHECK(write_pair(**again).ok());
                CHECK(number(**again, "select max(id) from job") == 21);
            }
            drop(target);
        }
}

TEST_CASE("a backup is of one moment while others write") {
    for (const auto dialect : testing::dialects()) {
        const Folder folder;
        TestDatabase database(dialect);
        std::atomic<bool> stop = false;
        std::atomic<int> written = 0;
        std::thread writer([&] {
            while (!stop)
                written += write_pair(*database).ok() ? 1 : 0;
        });
        while (written < 20)
            std::this_thread::yield();
        const auto made = backup(*database, folder / "a.backup");
        stop = true;
        writer.join();
        REQUIRE_MESSAGE(made.ok(), made.error().english());
        Settings settings;
        settings.url = "sqlite:" + (folder / "a.backup");
        const auto copy = Database::open(settings);
        REQUIRE(copy.ok());
        const auto jobs = number(**copy, "select count(*) from job");
        CHECK(jobs >= 20);
        CHECK(jobs == number(**copy, "select count(*) from audit_entry"));
    }
}

TEST_CASE("a file or a database that is there already is not overwritten") {
    const Folder folder;
    TestDatabase database(Dialect::sqlite);
    REQUIRE(backup(*database, folder / "a.backup").ok());
    CHECK(backup(*database, folder / "a.backup").error().code == "storage.file_exists");
    CHECK(restore(folder / "a.backup", database.settings()).error().code == "storage.not_empty");
}

TEST_CASE("a PostgreSQL database with data takes no backup") {
    if (testing::dialects().size() < 2) return;
    const Folder folder;
    TestDatabase database(Dialect::postgresql);
    REQUIRE(write_pair(*database).ok());
    REQUIRE(backup(*database, folder / "a.backup").ok());
    CHECK(restore(folder / "a.backup", database.settings()).error().code == "storage.not_empty");
    CHECK(number(*database, "select count(*) from job") == 1);
}

TEST_CASE("a damaged, cut or foreign file is refused and named so") {
    const Folder folder;
    TestDatabase database(Dialect::sqlite);
    for (int round = 0; round < 200; ++round)
        REQUIRE(write_pair(*database).ok());
    REQUIRE(backup(*database, folder / "good").ok());
    const auto size = fs::file_size(folder / "good");
    const auto refused = [&](const std::string& name) {
        const auto outcome = restore(folder / name, empty_target(Dialect::sqlite, folder));
        return !outcome.ok() && outcome.error().code == "storage.damaged_backup" &&
               !fs::exists(folder / "restored");
    };
    fs::copy_file(folder / "good", folder / "cut");
    fs::resize_file(folder / "cut", size / 2);
    CHECK(refused("cut"));
    fs::copy_file(folder / "good", folder / "scratched");
    {
        std::fstream file(folder / "scratched", std::ios::in | std::ios::out | std::ios::binary);
        file.seekp(static_cast<std::streamoff>(size / 2));
        file << std::string(6000, '\x7f');
    }
    CHECK(refused("scratched"));
    std::ofstream(folder / "foreign") << "kommune;antal\nFjordby;7\n";
    CHECK(refused("foreign"));
    std::ofstream(folder / "empty").flush();
    CHECK(refused("empty"));
    CHECK(verify_backup(folder / "absent").error().code == "storage.no_file");
}

TEST_CASE("a backup of a newer program is refused") {
    const Folder folder;
    TestDatabase database(Dialect::sqlite);
    REQUIRE(database
                ->exclusively([](Connection& connection) {
                    return connection.script("insert into migration values ('future/001_x', '', 0)");
                })
                .ok());
    REQUIRE(backup(*database, folder / "a.backup").ok());
    CHECK(verify_backup(folder / "a.backup").error().code == "storage.newer");
}

TEST_CASE("a backup that cannot be written leaves no file") {
    const Folder folder;
    TestDatabase database(Dialect::sqlite);
    const auto outcome = backup(*database, folder / "no such folder/a.backup");
    CHECK_FALSE(outcome.ok());
    CHECK(outcome.error().kind == ErrorKind::unavailable);
    REQUIRE(backup(*database, folder / "a.backup").ok());
    CHECK_FALSE(fs::exists(folder / "a.backup.partial"));
    CHECK_FALSE(fs::exists(folder / "a.backup-wal"));
}

} // namespace
} // namespace maerkbar::storage
