#include <cstdio>

#include "app/data_commands.hpp"
#include "app/data_options.hpp"
#include "organisation/setup.hpp"

namespace maerkbar::app {

namespace {

// Makes an empty installation: one municipality with its first administrator.
class InitCommand : public Command {
  public:
    [[nodiscard]] std::string_view name() const override { return "init"; }
    [[nodiscard]] std::string_view summary() const override {
        return "Set up an empty installation and print the administrator's one-time code";
    }
    void describe(Options& options) override {
        data_.describe(options);
        options.option("--municipality", municipality_, "Name of the municipality", true);
        options.choice("--country", country_, {"dk", "no"}, "Country, for holidays (default dk)");
        options.option("--login", login_, "Login of the first administrator (default administrator)");
        options.option("--name", person_, "Name shown for the first administrator (default Administrator)");
    }
    Exit run() override {
        return with_application(data_, [this](Application& application) -> Result<void> {
            const auto country =
                country_ == "no" ? organisation::Country::norway : organisation::Country::denmark;
            const auto installed = TRY(organisation::initialise(application.database(),
                                                                {{municipality_, country}, login_, person_},
                                                                application.sign_in().settings()));
            std::printf("Municipality: %s\nLogin:         %s\nOne-time code: %s\n",
                        installed.tenant.name.c_str(), login_.c_str(), installed.code.c_str());
            return {};
        });
    }

  private:
    DataOptions data_;
    std::string municipality_;
    std::string country_ = "dk";
    std::string login_ = "administrator";
    std::string person_ = "Administrator";
};

class MigrateCommand : public Command {
  public:
    [[nodiscard]] std::string_view name() const override { return "migrate"; }
    [[nodiscard]] std::string_view summary() const override {
        return "Bring the database to this version of the program (serve does it too)";
    }
    void describe(Options& options) override { data_.describe(options); }
    Exit run() override {
        return with_application(data_, [](Application&) -> Result<void> {
            std::puts("The database fits this version.");
            return {};
        });
    }

  private:
    DataOptions data_;
};

} // namespace

std::unique_ptr<Command> init_command() {
    return std::make_unique<InitCommand>();
}

std::unique_ptr<Command> migrate_command() {
    return std::make_unique<MigrateCommand>();
}

} // namespace maerkbar::app
