#pragma once

#include "base/result.hpp"
#include "simulation/erlang.hpp"

namespace maerkbar::simulation {

// The four figures that all are called "service level"; a report must say which one it prints.
struct ServiceLevels {
    double answered_of_offered = 0;              // answered within T, of all who came
    double answered_of_answered = 0;             // answered within T, of those who were answered
    double answered_or_gone_of_offered = 0;      // answered within T or gone by then, of all who came
    double answered_of_offered_without_gone = 0; // answered within T, of all but those gone by then
};

struct ImpatientQueue {
    double occupancy = 0;
    double p_wait = 0;
    double p_abandon = 0;  // share that gives up
    double mean_wait = 0;  // in the queue, of all who came
    double mean_queue = 0; // waiting on average
    ServiceLevels within;
};

// Erlang A (Palm 1946; Garnett, Mandelbaum and Reiman 2002): M/M/n+M, where each who waits gives up after an
// exponential time with this mean. It never grows without end, so any load is allowed. `answer_time` is the T
// of the service levels, 0 or more. Errors: as check(); "queue.bad_patience".
[[nodiscard]] Result<ImpatientQueue> impatient_queue(const Load& load, int servers, double mean_patience,
                                                     double answer_time);

} // namespace maerkbar::simulation
