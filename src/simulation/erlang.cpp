#include "simulation/erlang.hpp"

#include <algorithm>
#include <cmath>

namespace maerkbar::simulation {

namespace {

std::string text_of(double number) {
    auto text = std::to_string(std::round(number * 100) / 100);
    while (text.back() == '0')
        text.pop_back();
    if (text.back() == '.') text.pop_back();
    return text;
}

bool positive(double value) {
    return std::isfinite(value) && value > 0;
}

} // namespace

Result<void> check(const Load& load, int servers) {
    if (!positive(load.arrival_rate) || !positive(load.mean_service) || !positive(load.erlangs()))
        return Error{ErrorKind::invalid,
                     "queue.bad_load",
                     "Arrivals and service time must be above zero.",
                     {},
                     "arrivals"};
    if (servers < 1 || servers > most_servers)
        return Error{ErrorKind::invalid,
                     "queue.bad_servers",
                     "The number of people must be from 1 to {most}.",
                     {{"most", std::to_string(most_servers)}},
                     "servers"};
    return {};
}

Result<void> check_stable(const Load& load, int servers) {
    if (auto checked = check(load, servers); !checked) return checked;
    if (load.erlangs() < servers) return {};
    return Error{
        ErrorKind::invalid,
        "queue.overload",
        "The queue grows without end: there is work for {load} people and there are {servers}. There is "
        "no average wait. At least {least} are needed.",
        {{"load", text_of(load.erlangs())},
         {"servers", std::to_string(servers)},
         {"least", text_of(std::floor(load.erlangs()) + 1)}},
        "servers"};
}

double erlang_b(double load, int servers) {
    double blocked = 1;
    for (int k = 1; k <= servers; ++k)
        blocked = load * blocked / (k + load * blocked);
    return blocked;
}

double erlang_c(double load, int servers) {
    const double blocked = erlang_b(load, servers);
    return servers * blocked / (servers - load * (1 - blocked));
}

double WaitingQueue::service_level(double time) const {
    return 1 - p_wait * std::exp(-decay * time);
}

double WaitingQueue::wait_quantile(double share) const {
    return share <= 1 - p_wait ? 0 : std::log(p_wait / (1 - share)) / decay;
}

Result<WaitingQueue> waiting_queue(const Load& load, int servers) {
    if (auto checked = check_stable(load, servers); !checked) return checked.error();
    const double erlangs = load.erlangs();
    WaitingQueue queue;
    queue.occupancy = erlangs / servers;
    queue.p_wait = erlang_c(erlangs, servers);
    queue.decay = (servers - erlangs) / load.mean_service;
    queue.mean_wait = queue.p_wait / queue.decay;
    queue.mean_time = queue.mean_wait + load.mean_service;
    queue.mean_queue = load.arrival_rate * queue.mean_wait;
    queue.mean_in_system = queue.mean_queue + erlangs;
    // P(0) relative to P(c) is 1/B of the truncated queue times c!/A^c; summed directly instead.
    double term = 1;
    double sum = 0;
    for (int k = 0; k < servers && std::isfinite(sum); ++k) {
        sum += term;
        term *= erlangs / (k + 1);
    }
    queue.p_empty = 1 / (sum + term * servers / (servers - erlangs));
    return queue;
}

} // namespace maerkbar::simulation
