#pragma once

#include <memory>

#include "app/command_line.hpp"

namespace maerkbar::app {

// `maerkbar chart FILE …`: control charts of the series in a CSV or XLSX file, without a server.
std::unique_ptr<Command> chart_command();

} // namespace maerkbar::app
