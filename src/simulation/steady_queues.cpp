#include "simulation/steady_queues.hpp"

#include <cmath>
#include <numeric>

namespace maerkbar::simulation {

Result<LimitedQueue> limited_queue(const Load& load, int servers, int places) {
    if (auto checked = check(load, servers); !checked) return checked.error();
    if (places < servers || places > most_places)
        return Error{ErrorKind::invalid,
                     "queue.bad_places",
                     "The number of places counts those in service too: from {servers} to {most}.",
                     {{"servers", std::to_string(servers)}, {"most", std::to_string(most_places)}},
                     "places"};
    const double erlangs = load.erlangs();
    // Weights of the states; divided down together where they grow too large.
    double weight = 1;
    double all = 1;
    double empty = 1;
    double in_system = 0;
    double waiting = 0;
    for (int k = 1; k <= places; ++k) {
        weight *= erlangs / std::min(k, servers);
        all += weight;
        in_system += k * weight;
        waiting += std::max(0, k - servers) * weight;
        if (all < 1e200) continue;
        for (double* sum : {&weight, &all, &empty, &in_system, &waiting})
            *sum /= 1e200;
    }
    LimitedQueue queue;
    queue.p_empty = empty / all;
    queue.p_blocked = weight / all;
    queue.mean_in_system = in_system / all;
    queue.mean_queue = waiting / all;
    queue.throughput = load.arrival_rate * (1 - queue.p_blocked);
    queue.mean_time = queue.mean_in_system / queue.throughput;
    queue.mean_wait = queue.mean_queue / queue.throughput;
    queue.occupancy = queue.throughput * load.mean_service / servers;
    return queue;
}

Result<SingleServer> single_server(const Load& load, double variation_squared) {
    if (auto checked = check_stable(load, 1); !checked) return checked.error();
    if (!(variation_squared >= 0) || !std::isfinite(variation_squared))
        return Error{ErrorKind::invalid,
                     "queue.bad_variation",
                     "The variation of service times cannot be below zero.",
                     {},
                     "variation"};
    SingleServer queue;
    queue.occupancy = load.erlangs();
    queue.mean_wait =
        queue.occupancy * load.mean_service * (1 + variation_squared) / (2 * (1 - queue.occupancy));
    queue.mean_queue = load.arrival_rate * queue.mean_wait;
    queue.mean_time = queue.mean_wait + load.mean_service;
    queue.mean_in_system = queue.mean_queue + queue.occupancy;
    return queue;
}

Result<std::vector<PriorityClass>> priority_queue(std::span<const double> arrival_rates, double mean_service,
                                                  int servers) {
    for (const double rate : arrival_rates)
        if (auto checked = check({rate, mean_service}, servers); !checked) return checked.error();
    const Load all{std::accumulate(arrival_rates.begin(), arrival_rates.end(), 0.0), mean_service};
    if (auto checked = check_stable(all, servers); !checked) return checked.error();
    const double capacity = servers / mean_service;
    const double residual = erlang_c(all.erlangs(), servers) / capacity;
    std::vector<PriorityClass> classes;
    double before = 0;
    for (const double rate : arrival_rates) {
        const double with = before + rate / capacity;
        PriorityClass one;
        one.arrival_rate = rate;
        one.mean_wait = residual / ((1 - before) * (1 - with));
        one.mean_queue = rate * one.mean_wait;
        one.mean_time = one.mean_wait + mean_service;
        classes.push_back(one);
        before = with;
    }
    return classes;
}

} // namespace maerkbar::simulation
