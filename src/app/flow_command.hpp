#pragma once

#include <memory>

#include "app/command_line.hpp"

namespace maerkbar::app {

// `maerkbar flow FILE …`: where the cases of a log wait, without a server.
std::unique_ptr<Command> flow_command();

} // namespace maerkbar::app
