#pragma once

#include <string>
#include <vector>

#include "base/function_ref.hpp"
#include "storage/database.hpp"

// For the tests of every module: fresh, migrated databases.
namespace maerkbar::storage::testing {

// A database of its own that disappears with this object. SQLite in a temporary folder; PostgreSQL in a
// schema of its own in the database that MAERKBAR_TEST_POSTGRESQL names.
class TestDatabase {
  public:
    // `settings` may carry limits, a clock …; its url and schema are filled in here. Throws
    // std::runtime_error with the reason when the database cannot be made.
    explicit TestDatabase(Dialect dialect, Settings settings = fast_settings());
    TestDatabase(const TestDatabase&) = delete;
    TestDatabase& operator=(const TestDatabase&) = delete;
    ~TestDatabase();

    Database& operator*() { return *database_; }
    Database* operator->() { return database_.get(); }
    [[nodiscard]] const Settings& settings() const { return settings_; }
    [[nodiscard]] const std::string& folder() const { return folder_; }
    // Together what a restart of the program does; reopen() closes first.
    void close() { database_.reset(); }
    void reopen();

    // No fsync; the clock stands at 2026-02-25 06:13:20 UTC.
    static Settings fast_settings();

  private:
    std::string folder_; // SQLite
    Settings settings_;
    std::unique_ptr<Database> database_;
};

// SQLite always, PostgreSQL when MAERKBAR_TEST_POSTGRESQL is set (tools/test_postgresql.sh sets it).
std::vector<Dialect> dialects();

// Runs `test` with a fresh migrated database of each kind:
//     for_each_database([](Database& database) { … CHECK(…) … });
void for_each_database(FunctionRef<void(Database&)> test);

// Somebody of tenant 1.
Actor some_actor();

} // namespace maerkbar::storage::testing
