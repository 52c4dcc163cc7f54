#pragma once

#include "base/result.hpp"

// Formulas for a queue in balance: arrivals at random at a steady rate, exponential service times, equal
// servers, first come first served. A. K. Erlang, 1917. Times are in any one unit; rates are per that unit.
namespace maerkbar::simulation {

// What arrives and who serves it.
struct Load {
    double arrival_rate = 0;                                                     // λ > 0
    double mean_service = 0;                                                     // 1/μ > 0
    [[nodiscard]] double erlangs() const { return arrival_rate * mean_service; } // servers busy on average
};

// Errors (invalid) of every formula here: a rate or time that is not above zero and finite
// ("queue.bad_load"), no servers or more than most_servers ("queue.bad_servers").
inline constexpr int most_servers = 1'000'000;
[[nodiscard]] Result<void> check(const Load& load, int servers);
// The same, and that the servers can keep up: load below servers. Otherwise "queue.overload": the queue grows
// without end, and there is no mean wait to give. Its arguments say how many servers are needed at least.
[[nodiscard]] Result<void> check_stable(const Load& load, int servers);

// Erlang B: the share that finds all servers busy and is turned away. `load` in erlangs, 0 or more.
[[nodiscard]] double erlang_b(double load, int servers);
// Erlang C: the share that has to wait. Only for load < servers.
[[nodiscard]] double erlang_c(double load, int servers);

struct WaitingQueue {
    double occupancy = 0;      // share of the time a server is busy
    double p_wait = 0;         // share that has to wait
    double mean_wait = 0;      // of all, those who do not wait included
    double mean_time = 0;      // waiting and service
    double mean_queue = 0;     // waiting on average
    double mean_in_system = 0; // waiting and in service
    double p_empty = 0;        // nobody there at all
    double decay = 0;          // cμ − λ: P(wait > T) = p_wait exp(−decay T)

    // Share served within `time` of arriving, those turned to at once included.
    [[nodiscard]] double service_level(double time) const;
    // The wait that a share of all do not exceed.
    [[nodiscard]] double wait_quantile(double share) const;
};

// M/M/c: everybody waits as long as it takes.
[[nodiscard]] Result<WaitingQueue> waiting_queue(const Load& load, int servers);

} // namespace maerkbar::simulation
