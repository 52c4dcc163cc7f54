#pragma once

#include <memory>

#include "app/command_line.hpp"

namespace maerkbar::app {

// `maerkbar survival FILE …`: how long cases take with open cases counted, without a server.
std::unique_ptr<Command> survival_command();

} // namespace maerkbar::app
