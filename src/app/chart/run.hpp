#pragma once

#include <functional>
#include <string_view>

#include "app/chart/request.hpp"

namespace maerkbar::app_chart {

enum class Outcome { done, bad_data, bad_usage };

// Where output and complaints go.
struct Streams {
    std::function<void(std::string_view)> output;
    std::function<void(std::string_view)> complaints;
};

// The whole command: understands the arguments, reads the file, charts every series with `threads` threads.
// Complaints are sentences in the language asked for, one a line.
Outcome run(const Arguments& arguments, unsigned threads, const Streams& streams);

} // namespace maerkbar::app_chart
