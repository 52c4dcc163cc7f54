#pragma once

#include "app/chart/run.hpp"
#include "app/queue/arguments.hpp"

namespace maerkbar::app_queue {

// The whole command for one model. Complaints are sentences in the language asked for.
app_chart::Outcome run(const Arguments& arguments, const app_chart::Streams& streams);

} // namespace maerkbar::app_queue
