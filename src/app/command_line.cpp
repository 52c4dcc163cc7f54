#include "app/command_line.hpp"

#include <CLI/CLI.hpp>

namespace maerkbar::app {

namespace {

class CliOptions : public Options {
  public:
    explicit CliOptions(CLI::App& app) : app_(app) {}

    void argument(std::string_view name, std::string& target, std::string_view help, bool required) override {
        app_.add_option(std::string(name), target, std::string(help))->required(required);
    }
    void option(std::string_view name, std::string& target, std::string_view help, bool required) override {
        app_.add_option(std::string(name), target, std::string(help))->required(required);
    }
    void option(std::string_view name, std::vector<std::string>& target, std::string_view help) override {
        app_.add_option(std::string(name), target, std::string(help))
            ->expected(1)
            ->take_all()
            ->allow_extra_args(false);
    }
    void option(std::string_view name, std::optional<long>& target, std::string_view help) override {
        app_.add_option(std::string(name), target, std::string(help));
    }
    void option(std::string_view name, std::optional<double>& target, std::string_view help) override {
        app_.add_option(std::string(name), target, std::string(help));
    }
    void list(std::string_view name, std::vector<std::string>& target, std::string_view help) override {
        app_.add_option(std::string(name), target, std::string(help))->delimiter(',');
    }
    void choice(std::string_view name, std::string& target, std::vector<std::string> choices,
                std::string_view help, bool required) override {
        app_.add_option(std::string(name), target, std::string(help))
            ->check(CLI::IsMember(choices))
            ->required(required);
    }
    void flag(std::string_view name, bool& target, std::string_view help) override {
        app_.add_flag(std::string(name), target, std::string(help));
    }

  private:
    CLI::App& app_;
};

void add_command(CLI::App& app, Command& command, Command*& chosen) {
    auto* sub = app.add_subcommand(std::string(command.name()), std::string(command.summary()));
    CliOptions options(*sub);
    command.describe(options);
    const auto parts = command.parts();
    for (auto* part : parts)
        add_command(*sub, *part, chosen);
    if (parts.empty())
        sub->callback([&chosen, &command] { chosen = &command; });
    else
        sub->require_subcommand(1);
}

} // namespace

int run_command_line(int argc, const char* const* argv,
                     const std::vector<std::unique_ptr<Command>>& commands) {
    CLI::App app("Mærkbar: quality management for municipal services", "maerkbar");
    app.set_version_flag("--version", MAERKBAR_VERSION);
    app.require_subcommand(1);
    Command* chosen = nullptr;
    for (const auto& command : commands)
        add_command(app, *command, chosen);
    try {
        app.parse(argc, argv);
    } catch (const CLI::ParseError& error) {
        const int code = app.exit(error); // prints help, version or what is wrong
        return code == 0 ? 0 : static_cast<int>(Exit::bad_usage);
    }
    return static_cast<int>(chosen->run());
}

} // namespace maerkbar::app
