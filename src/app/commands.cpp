#include "app/chart_command.hpp"
#include "app/command_line.hpp"

namespace maerkbar::app {

// A new command is one line here and a file of its own.
std::vector<std::unique_ptr<Command>> commands() {
    std::vector<std::unique_ptr<Command>> all;
    all.push_back(chart_command());
    return all;
}

} // namespace maerkbar::app
