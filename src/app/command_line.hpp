#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace maerkbar::app {

// Exit codes of every command.
enum class Exit : int { done = 0, bad_data = 1, bad_usage = 2 };

// The options of one command. A thin face over the command-line library, so that its headers stay in one
// file. Targets must live until the command has run. Values of the wrong type end the program with
// Exit::bad_usage and a sentence that names the option.
class Options {
  public:
    virtual ~Options() = default;
    // An argument without a name, in the order they are added.
    virtual void argument(std::string_view name, std::string& target, std::string_view help,
                          bool required = true) = 0;
    virtual void option(std::string_view name, std::string& target, std::string_view help,
                        bool required = false) = 0;
    virtual void option(std::string_view name, std::vector<std::string>& target,
                        std::string_view help) = 0; // repeatable
    virtual void option(std::string_view name, std::optional<long>& target, std::string_view help) = 0;
    virtual void option(std::string_view name, std::optional<double>& target, std::string_view help) = 0;
    // A list with commas: 3,7,12
    virtual void list(std::string_view name, std::vector<std::string>& target, std::string_view help) = 0;
    virtual void choice(std::string_view name, std::string& target, std::vector<std::string> choices,
                        std::string_view help, bool required = false) = 0;
    virtual void flag(std::string_view name, bool& target, std::string_view help) = 0;
};

// One `maerkbar NAME …`. Each command lies in a file of its own and is named once, in commands.cpp.
class Command {
  public:
    virtual ~Command() = default;
    [[nodiscard]] virtual std::string_view name() const = 0;
    [[nodiscard]] virtual std::string_view summary() const = 0;
    virtual void describe(Options& options) = 0;
    // The commands it is made of (`maerkbar NAME PART …`); empty for an ordinary one. They live as long as it
    // does.
    virtual std::vector<Command*> parts() { return {}; }
    virtual Exit run() = 0;
};

// All commands of the program.
[[nodiscard]] std::vector<std::unique_ptr<Command>> commands();

// Parses and runs; the exit code of the program.
int run_command_line(int argc, const char* const* argv,
                     const std::vector<std::unique_ptr<Command>>& commands);

} // namespace maerkbar::app
