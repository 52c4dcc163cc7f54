#include "storage/testing.hpp"

#include <unistd.h>

#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <stdexcept>

#include "storage/migrations.hpp"

namespace maerkbar::storage::testing {

namespace {

constexpr auto postgresql_variable = "MAERKBAR_TEST_POSTGRESQL";

std::string new_folder() {
    auto pattern = (std::filesystem::temp_directory_path() / "maerkbar-test-XXXXXX").string();
    if (mkdtemp(pattern.data()) == nullptr) throw std::runtime_error("no temporary folder");
    return pattern;
}

template <typename T>
T expect(Result<T> result) {
    if (!result.ok()) throw std::runtime_error(result.error().english());
    return std::move(result).value();
}

} // namespace

TestDatabase::TestDatabase(Dialect dialect, Settings settings) : settings_(std::move(settings)) {
    static int counter = 0;
    if (dialect == Dialect::sqlite) {
        folder_ = new_folder();
        settings_.url = "sqlite:" + folder_ + "/maerkbar.db";
    } else {
        settings_.url = std::getenv(postgresql_variable);
        settings_.schema = "test_" + std::to_string(getpid()) + "_" + std::to_string(++counter);
    }
    reopen();
    expect(migrate(*database_));
}

TestDatabase::~TestDatabase() {
    if (database_ && !settings_.schema.empty())
        (void)database_
            ->exclusively([&](Connection& connection) {
                return connection.script("drop schema if exists " + settings_.schema + " cascade");
            })
            .ok();
    database_.reset();
    if (!folder_.empty()) std::filesystem::remove_all(folder_);
}

void TestDatabase::reopen() {
    database_.reset();
    database_ = expect(Database::open(settings_));
}

Settings TestDatabase::fast_settings() {
    Settings settings;
    settings.durable = false;
    settings.clock = [] { return Instant{std::chrono::milliseconds{1772000000000}}; };
    return settings;
}

std::vector<Dialect> dialects() {
    if (std::getenv(postgresql_variable) != nullptr) return {Dialect::sqlite, Dialect::postgresql};
    static const bool told = [] {
        std::printf("SKIPPED: PostgreSQL: %s is not set\n", postgresql_variable);
        return true;
    }();
    (void)told;
    return {Dialect::sqlite};
}

void for_each_database(FunctionRef<void(Database&)> test) {
    for (const auto dialect : dialects()) {
        TestDatabase database(dialect);
        test(*database);
    }
}

Actor some_actor() {
    return {TenantId{1}, PersonId{7}, "web", "request-1"};
}

} // namespace maerkbar::storage::testing
