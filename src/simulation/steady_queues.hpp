#pragma once

#include <span>
#include <vector>

#include "base/result.hpp"
#include "simulation/erlang.hpp"

// More queues in balance. Times and rates as in erlang.hpp, errors too.
namespace maerkbar::simulation {

struct LimitedQueue {
    double p_empty = 0;
    double p_blocked = 0;      // share turned away
    double mean_in_system = 0; //
    double mean_queue = 0;
    double mean_time = 0; // of those who are let in
    double mean_wait = 0; //
    double throughput = 0;
    double occupancy = 0;
};

// M/M/c/K: `places` is room for all, those in service included; who comes when it is full goes away. Any load
// is allowed. Error "queue.bad_places": fewer places than servers, or more than most_places.
inline constexpr int most_places = 10'000'000;
[[nodiscard]] Result<LimitedQueue> limited_queue(const Load& load, int servers, int places);

struct SingleServer {
    double occupancy = 0;
    double mean_wait = 0;
    double mean_queue = 0;
    double mean_time = 0;
    double mean_in_system = 0;
};

// M/G/1 (Pollaczek and Khinchine): one server, service times with this squared coefficient of variation
// (variance / mean²): 0 always equal, 1 exponential. Error "queue.bad_variation" below zero.
[[nodiscard]] Result<SingleServer> single_server(const Load& load, double variation_squared);

struct PriorityClass {
    double arrival_rate = 0;
    double mean_wait = 0;
    double mean_queue = 0;
    double mean_time = 0;
};

// Classes by falling priority, one service rate for all; nobody is interrupted (Cobham 1954). Every rate must
// be above zero.
[[nodiscard]] Result<std::vector<PriorityClass>> priority_queue(std::span<const double> arrival_rates,
                                                                double mean_service, int servers);

} // namespace maerkbar::simulation
