#pragma once

#include "app/chart/run.hpp"
#include "app/survival/request.hpp"

namespace maerkbar::app_survival {

// The whole command: understands the arguments, reads the file, and writes how long cases take with open
// cases counted. Complaints are sentences in the language asked for, one a line.
app_chart::Outcome run(const Arguments& arguments, const app_chart::Streams& streams);

} // namespace maerkbar::app_survival
