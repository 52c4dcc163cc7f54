#pragma once

#include "app/chart/run.hpp"
#include "app/survey/request.hpp"

namespace maerkbar::app_survey {

// The whole command: understands the arguments, reads the survey (as `survey convert` does) and the file of
// answers, and writes its figures. Complaints are sentences in the language asked for, one a line.
app_chart::Outcome run(const Arguments& arguments, const app_chart::Streams& streams);

} // namespace maerkbar::app_survey
