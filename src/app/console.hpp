#pragma once

#include <string_view>

#include "app/chart/run.hpp"
#include "app/command_line.hpp"

namespace maerkbar::app {

// The language of messages, by the rules of POSIX: the first of LC_ALL, LC_MESSAGES, LANG that is set.
[[nodiscard]] std::string_view locale_of_environment();
// Output and complaints of a command to the program's own streams.
[[nodiscard]] app_chart::Streams console();
// The exit code; bad_data also where the output could not be written.
[[nodiscard]] Exit exit_of(app_chart::Outcome outcome);

} // namespace maerkbar::app
