#pragma once

#include <functional>

#include "app/flow/arguments.hpp"
#include "event_log/readers/log_request.hpp"

namespace maerkbar::app_flow {

// Where results and complaints go.
struct Streams {
    std::function<void(std::string_view)> results;
    std::function<void(std::string_view)> complaints;
    event_log::Progress* progress = nullptr; // may be absent
};

enum class Outcome { done, bad_data, bad_usage };

// Everything that `maerkbar flow` does between its options and its output.
Outcome run(const Arguments& arguments, const Streams& streams);

} // namespace maerkbar::app_flow
