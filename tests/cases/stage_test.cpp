#include "cases/stage.hpp"

#include <doctest/doctest.h>
#include <unistd.h>

#include "cases/postgresql_server.hpp"
#include "organisation/tenants.hpp"
#include "storage/testing.hpp"

namespace maerkbar::cases {
namespace {

using storage::Database;

struct Folder {
    Folder() : path(std::filesystem::temp_directory_path() / ("maerkbar-stage-" + std::to_string(getpid()))) {
        std::filesystem::create_directories(path);
    }
    ~Folder() { std::filesystem::remove_all(path); }
    std::filesystem::path path;
};

Result<void> found_tenant(Database& database) {
    return database.write(storage::testing::some_actor(),
                          [](storage::Transaction& transaction) -> Result<void> {
                              TRY(organisation::create_tenant(transaction, {"Testby Kommune"}));
                              return {};
                          });
}

std::string tenant_in(Database& database) {
    const auto tenant = database.read(
        [](storage::Connection& connection) { return organisation::tenant_at_host(connection, ""); });
    return tenant && *tenant ? (*tenant)->name : "";
}

TEST_CASE("every copy starts from the database made ready, and knows nothing of the others") {
    for (const auto dialect : storage::testing::dialects()) {
        const Folder folder;
        const auto stage =
            Stage::create(dialect, folder.path, [](Database& database) { return found_tenant(database); });
        REQUIRE_MESSAGE(stage.ok(), (stage.ok() ? "" : stage.error().english()));
        const auto first = Database::open(*(*stage)->copy());
        REQUIRE(first.ok());
        CHECK(tenant_in(**first) == "Testby Kommune");
        const auto changed =
            (*first)->write(storage::testing::some_actor(), [](storage::Transaction& transaction) {
                return organisation::save_tenant(transaction, {TenantId{1}, "Nyby Kommune"});
            });
        CHECK(changed.ok());
        CHECK(tenant_in(**first) == "Nyby Kommune");
        const auto second = Database::open(*(*stage)->copy());
        REQUIRE(second.ok());
        CHECK(tenant_in(**second) == "Testby Kommune");
    }
}

TEST_CASE("the address of another database in the same server") {
    CHECK(with_database("postgresql://m@/postgres?host=/tmp/a", "b") == "postgresql://m@/b?host=/tmp/a");
    CHECK(with_database("postgresql://localhost/x", "b") == "postgresql://localhost/b");
}

} // namespace
} // namespace maerkbar::cases
