#pragma once

#include <vector>

#include "event_log/event_log.hpp"
#include "event_log/lengths.hpp"

namespace maerkbar::event_log {

struct ResourceFlow {
    TextNumber resource = 0;
    std::size_t events = 0;
    std::size_t cases = 0;
    std::size_t activities = 0; // different ones
};
// By events, most first, then by name.
[[nodiscard]] std::vector<ResourceFlow> resources(const EventLog& log, const TextColumn& column);

// One resource directly followed by another (or itself) in a case, where both are known.
struct Handover {
    TextNumber from = 0;
    TextNumber to = 0;
    std::size_t count = 0;
};
// Most frequent first, then by names.
[[nodiscard]] std::vector<Handover> handovers(const EventLog& log, const TextColumn& column);

// The cases that have a value on their first row.
struct ValueFlow {
    TextNumber value = 0; // no_text: nothing stands there
    std::size_t cases = 0;
    Lengths durations; // of those that are closed
    double mean_events = 0;
};
// By cases, most first, then by value.
[[nodiscard]] std::vector<ValueFlow> by_attribute(const EventLog& log, const TextColumn& column);

} // namespace maerkbar::event_log
