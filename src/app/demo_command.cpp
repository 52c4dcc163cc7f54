#include <cstdio>

#include "app/data_commands.hpp"
#include "app/data_options.hpp"
#include "app/demo_municipality.hpp"

namespace maerkbar::app {

namespace {

class DemoCommand : public Command {
  public:
    [[nodiscard]] std::string_view name() const override { return "demo"; }
    [[nodiscard]] std::string_view summary() const override {
        return "Fill an empty installation with the synthetic municipality Fjordby Kommune";
    }
    void describe(Options& options) override {
        data_.installed_config.clear(); // never into the database that the service uses
        data_.describe(options);
    }
    Exit run() override {
        return with_application(data_, [](Application& application) -> Result<void> {
            TRY(make_demo(application));
            const std::string password(demo_password);
            std::printf(
                "Fjordby Kommune is ready. Everything in it is synthetic.\n"
                "Logins:   administrator, kvalitetskonsulent, leder-borgerservice, laeser …\n"
                "Password: %s (known to everybody: only for trying out)\n",
                password.c_str());
            return {};
        });
    }

  private:
    DataOptions data_;
};

} // namespace

std::unique_ptr<Command> demo_command() {
    return std::make_unique<DemoCommand>();
}

} // namespace maerkbar::app
