#pragma once

#include <memory>

#include "app/command_line.hpp"

namespace maerkbar::app {

// `maerkbar backup FILE --data DIR`: one file with everything, while the server goes on.
std::unique_ptr<Command> backup_command();

// `maerkbar restore FILE --data DIR`: a backup into an empty database of either kind.
std::unique_ptr<Command> restore_command();

} // namespace maerkbar::app
