#include "simulation/staffing.hpp"

#include <cmath>

#include "simulation/impatience.hpp"

namespace maerkbar::simulation {

namespace {

bool kept(const Load& load, const WaitTarget& target, std::optional<double> patience, int servers) {
    double level = 0;
    double wait = 0;
    if (patience) {
        const auto queue = impatient_queue(load, servers, *patience, target.time);
        if (!queue) return false;
        level = queue->within.answered_of_offered;
        wait = queue->mean_wait;
    } else {
        const auto queue = waiting_queue(load, servers);
        if (!queue) return false;
        level = queue->service_level(target.time);
        wait = queue->mean_wait;
    }
    return level >= target.share && (!target.mean_wait || wait <= *target.mean_wait);
}

} // namespace

Result<int> servers_needed(const Load& load, const WaitTarget& target, std::optional<double> mean_patience) {
    if (auto checked = check(load, 1); !checked) return checked.error();
    const bool good = target.share >= 0 && target.share < 1 && target.time >= 0 &&
                      (!target.mean_wait || *target.mean_wait > 0);
    if (!good)
        return Error{ErrorKind::invalid,
                     "queue.bad_target",
                     "The share of a target lies from 0 to below 1, and its time is not below zero.",
                     {},
                     "target"};
    if (mean_patience && !(*mean_patience > 0)) return impatient_queue(load, 1, *mean_patience, 0).error();
    // More people never make it worse: double until it is kept, then halve the gap.
    int enough = 1;
    while (enough < most_servers && !kept(load, target, mean_patience, enough))
        enough = std::min(most_servers, enough * 2);
    if (!kept(load, target, mean_patience, enough))
        return Error{ErrorKind::invalid,
                     "queue.target_out_of_reach",
                     "No number of people reaches this target.",
                     {},
                     "target"};
    int too_few = enough / 2;
    while (enough - too_few > 1) {
        const int middle = too_few + (enough - too_few) / 2;
        (kept(load, target, mean_patience, middle) ? enough : too_few) = middle;
    }
    return enough;
}

int scheduled(int servers, double shrinkage) {
    constexpr double rounding = 1e-9;
    return static_cast<int>(std::ceil(servers / (1 - shrinkage) - rounding));
}

} // namespace maerkbar::simulation
