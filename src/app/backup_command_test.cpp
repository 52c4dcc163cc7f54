#include "app/backup_command.hpp"

#include <doctest/doctest.h>

#include <filesystem>
#include <string>
#include <vector>

#include "app/command_testing.hpp"
#include "app/data_commands.hpp"
#include "storage/testing.hpp"

using namespace maerkbar::app;
namespace fs = std::filesystem;

namespace {

int exit_code(const std::vector<std::string>& words) {
    return testing::exit_code(words, backup_command(), restore_command(), migrate_command());
}

} // namespace

TEST_CASE("migrate, backup and restore work from the command line") {
    const maerkbar::storage::testing::TestDatabase owner(maerkbar::storage::Dialect::sqlite);
    const auto folder = owner.folder();
    CHECK(exit_code({"migrate", "--data", folder + "/new"}) == 0);
    CHECK(exit_code({"backup", folder + "/a.backup", "--data", folder + "/new"}) == 0);
    CHECK(exit_code({"backup", folder + "/a.backup", "--data", folder + "/new"}) == 1); // there already
    CHECK(exit_code({"restore", folder + "/a.backup", "--data", folder + "/again"}) == 0);
    CHECK(fs::exists(folder + "/again/maerkbar.db"));
    CHECK(exit_code({"restore", folder + "/a.backup", "--data", folder + "/new"}) == 1); // not empty
    CHECK(exit_code({"restore", folder + "/absent", "--data", folder + "/other"}) == 1);
}

TEST_CASE("nobody but their owner reads the database and its backups") {
    const maerkbar::storage::testing::TestDatabase owner(maerkbar::storage::Dialect::sqlite);
    const auto folder = owner.folder();
    fs::create_directory(folder + "/open"); // made by somebody else, for everybody
    CHECK(exit_code({"migrate", "--data", folder + "/open"}) == 0);
    CHECK(exit_code({"backup", folder + "/a.backup", "--data", folder + "/open"}) == 0);
    CHECK(exit_code({"restore", folder + "/a.backup", "--data", folder + "/again"}) == 0);
    const auto only_owner = fs::perms::owner_read | fs::perms::owner_write;
    for (const char* file : {"/open/maerkbar.db", "/a.backup", "/again/maerkbar.db"})
        CHECK_MESSAGE(fs::status(folder + file).permissions() == only_owner, file);
}

TEST_CASE("a backup of a folder without a database makes neither") {
    const maerkbar::storage::testing::TestDatabase owner(maerkbar::storage::Dialect::sqlite);
    const auto folder = owner.folder();
    CHECK(exit_code({"backup", folder + "/a.backup", "--data", folder + "/nowhere"}) == 1);
    CHECK_FALSE(fs::exists(folder + "/nowhere"));
    CHECK_FALSE(fs::exists(folder + "/a.backup"));
}

TEST_CASE("an address that is none is bad data, a missing file name bad usage") {
    CHECK(exit_code({"restore", "a.backup", "--database", "mysql://y"}) == 1);
    CHECK(exit_code({"restore", "--data", "x"}) == 2);
}
