#include "cases/stage.hpp"

#include <cstdlib>

#include "cases/postgresql_server.hpp"
#include "storage/migrations.hpp"
#include "storage/testing.hpp"

namespace maerkbar::cases {
namespace {

using storage::Settings;

Settings settings_for(std::string url) {
    auto settings = storage::testing::TestDatabase::fast_settings();
    settings.url = std::move(url);
    settings.readers = 1;
    settings.writers = 1;
    return settings;
}

Result<void> fill(const Settings& settings, FunctionRef<Result<void>(storage::Database&)> make_ready) {
    const auto database = TRY(storage::Database::open(settings));
    TRY(storage::migrate(*database));
    return make_ready(*database);
}

class SqliteStage : public Stage {
  public:
    explicit SqliteStage(std::filesystem::path folder) : folder_(std::move(folder)) {}

    Settings original() const { return settings_for("sqlite:" + (folder_ / "original.db").string()); }

    Result<Settings> copy() override {
        const auto file = folder_ / ("copy-" + std::to_string(++copies_) + ".db");
        std::error_code problem;
        std::filesystem::copy_file(folder_ / "original.db", file, problem);
        if (problem) return Error{ErrorKind::internal, "case.copy", problem.message()};
        return settings_for("sqlite:" + file.string());
    }

  private:
    std::filesystem::path folder_;
    int copies_ = 0;
};

class PostgresqlStage : public Stage {
  public:
    explicit PostgresqlStage(std::unique_ptr<PostgresqlServer> server) : server_(std::move(server)) {}
    ~PostgresqlStage() override {
        for (int number = 1; number <= copies_; ++number)
            (void)server_->drop(name_of(number)).ok();
        (void)server_->drop(original_name()).ok();
    }

    Settings original() const { return settings_for(server_->url_of(original_name())); }
    Result<void> begin() { return server_->create(original_name(), "template0"); }

    Result<Settings> copy() override {
        const auto name = name_of(++copies_);
        TRY(server_->create(name, original_name()));
        return settings_for(server_->url_of(name));
    }

  private:
    static std::string original_name() { return "cases_original"; }
    static std::string name_of(int number) { return "cases_copy_" + std::to_string(number); }

    std::unique_ptr<PostgresqlServer> server_;
    int copies_ = 0;
};

} // namespace

Result<std::unique_ptr<Stage>> Stage::create(storage::Dialect dialect, const std::filesystem::path& folder,
                                             FunctionRef<Result<void>(storage::Database&)> make_ready) {
    if (dialect == storage::Dialect::sqlite) {
        auto stage = std::make_unique<SqliteStage>(folder);
        TRY(fill(stage->original(), make_ready));
        return std::unique_ptr<Stage>(std::move(stage));
    }
    const auto* address = std::getenv("MAERKBAR_TEST_POSTGRESQL");
    auto server = TRY(PostgresqlServer::connect(address ? address : ""));
    auto stage = std::make_unique<PostgresqlStage>(std::move(server));
    TRY(stage->begin());
    TRY(fill(stage->original(), make_ready));
    return std::unique_ptr<Stage>(std::move(stage));
}

} // namespace maerkbar::cases
