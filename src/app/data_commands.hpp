#pragma once

#include <memory>

#include "app/command_line.hpp"

namespace maerkbar::app {

// The commands that work on an installation's data.
[[nodiscard]] std::unique_ptr<Command> init_command();
[[nodiscard]] std::unique_ptr<Command> migrate_command();
[[nodiscard]] std::unique_ptr<Command> serve_command();
[[nodiscard]] std::unique_ptr<Command> import_command();
[[nodiscard]] std::unique_ptr<Command> demo_command();
// The one that needs no installation: converts survey files.
[[nodiscard]] std::unique_ptr<Command> survey_command();

} // namespace maerkbar::app
