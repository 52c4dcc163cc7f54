#pragma once

#include <vector>

#include "event_log/event_log.hpp"
#include "event_log/lengths.hpp"
#include "event_log/work_calendar.hpp"

namespace maerkbar::event_log {

// One activity directly followed by another in the same case. Gaps are the times between them.
struct Edge {
    TextNumber from = 0;
    TextNumber to = 0;
    std::size_t cases = 0;
    Lengths gaps; // gaps.count is how often
};

struct ActivityFlow {
    TextNumber activity = 0;
    std::size_t events = 0;
    std::size_t cases = 0;
    std::size_t starts = 0;       // cases that begin with it
    std::size_t ends = 0;         // cases that end with it
    std::size_t rework_cases = 0; // cases with two or more of it
    Lengths waits;                // the gaps that end in it
    [[nodiscard]] std::size_t extra() const { return events - cases; }
};

// The directly-follows graph of a log.
struct FlowGraph {
    std::vector<ActivityFlow> activities; // by events, most first, then by name
    std::vector<Edge> edges;              // by how often, most first, then by names
    Milliseconds all_waiting = 0;         // the sum of all gaps

    // The share of all waiting that ends in the activity; 0 where nobody waits.
    [[nodiscard]] double share(const ActivityFlow& flow) const {
        return all_waiting == 0 ? 0 : static_cast<double>(flow.waits.sum) / static_cast<double>(all_waiting);
    }
};

// With a calendar every gap is counted in working time.
[[nodiscard]] FlowGraph flow_graph(const EventLog& log, const WorkCalendar* calendar = nullptr);

} // namespace maerkbar::event_log
