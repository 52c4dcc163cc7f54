#pragma once

#include <memory>

#include "app/command_line.hpp"

namespace maerkbar::app {

// `maerkbar queue MODEL …`: how many people for which waiting time, by formula or simulation.
std::unique_ptr<Command> queue_command();

} // namespace maerkbar::app
