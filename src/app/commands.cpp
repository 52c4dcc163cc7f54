#include "app/backup_command.hpp"
#include "app/chart_command.hpp"
#include "app/command_line.hpp"
#include "app/data_commands.hpp"
#include "app/flow_command.hpp"
#include "app/queue_command.hpp"
#include "app/survival_command.hpp"

namespace maerkbar::app {

// A new command is one line here and a file of its own.
std::vector<std::unique_ptr<Command>> commands() {
    std::vector<std::unique_ptr<Command>> all;
    all.push_back(chart_command());
    all.push_back(flow_command());
    all.push_back(survival_command());
    all.push_back(queue_command());
    all.push_back(init_command());
    all.push_back(migrate_command());
    all.push_back(serve_command());
    all.push_back(demo_command());
    all.push_back(import_command());
    all.push_back(survey_command());
    all.push_back(backup_command());
    all.push_back(restore_command());
    return all;
}

} // namespace maerkbar::app
