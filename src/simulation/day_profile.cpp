#include "simulation/day_profile.hpp"

#include <algorithm>
#include <cmath>

namespace maerkbar::simulation {

namespace {

constexpr double negligible = 1e-13; // chance left out

using Chances = std::vector<double>; // of 0, 1, 2 … cases in the system

// One part of the day: arrivals λ, service min(k, n) μ, giving up max(0, k − n) θ.
class Part {
  public:
    Part(const DayPart& part, double service_rate, double patience_rate)
        : part_(part), service_rate_(service_rate), patience_rate_(patience_rate) {}

    [[nodiscard]] double leaving(std::size_t cases) const {
        const auto k = static_cast<double>(cases);
        const double served = std::min(k, static_cast<double>(part_.servers));
        return served * service_rate_ + (k - served) * patience_rate_;
    }

    // Moves the chances to the end of the part and adds their course to `integral`; false where there is no
    // room for them.
    [[nodiscard]] bool run(Chances& chances, Chances& integral) const {
        const double rate = part_.arrival_rate + leaving(chances.size() - 1) + 1e-9;
        // Steps of at most 500 expected jumps, so that e^-jumps does not vanish.
        const double steps = std::max(1.0, std::ceil(rate * part_.length / 500));
        for (double step = 0; step < steps && chances.back() <= negligible; ++step)
            jump(chances, integral, rate, part_.length / steps);
        return chances.back() <= negligible;
    }

  private:
    // After a Poisson number of jumps of the chain with this rate.
    void jump(Chances& chances, Chances& integral, double rate, double time) const {
        Chances now = chances;
        Chances end(chances.size());
        double weight = std::exp(-rate * time);
        double covered = weight;
        for (double jumps = 0;; ++jumps) {
            const double later = std::max(0.0, 1 - covered); // more jumps than so many
            for (std::size_t k = 0; k < now.size(); ++k) {
                end[k] += weight * now[k];
                integral[k] += later / rate * now[k];
            }
            if (jumps > rate * time && later < negligible) break;
            now = jumped(now, rate);
            weight *= rate * time / (jumps + 1);
            covered += weight;
        }
        chances = std::move(end);
    }

    [[nodiscard]] Chances jumped(const Chances& now, double rate) const {
        Chances next(now.size());
        for (std::size_t k = 0; k < now.size(); ++k) {
            const bool full = k + 1 == now.size();
            const double up = full ? 0 : part_.arrival_rate / rate;
            const double down = leaving(k) / rate;
            next[k] += now[k] * (1 - up - down);
            if (!full) next[k + 1] += now[k] * up;
            if (k > 0) next[k - 1] += now[k] * down;
        }
        return next;
    }

    const DayPart& part_;
    double service_rate_;
    double patience_rate_;
};

double expected_queue(const Chances& chances, int servers) {
    double queue = 0;
    for (auto k = static_cast<std::size_t>(servers) + 1; k < chances.size(); ++k)
        queue += static_cast<double>(k - static_cast<std::size_t>(servers)) * chances[k];
    return queue;
}

double expected(const Chances& chances) {
    double sum = 0;
    for (std::size_t k = 1; k < chances.size(); ++k)
        sum += static_cast<double>(k) * chances[k];
    return sum;
}

DayPartResult result_of(const DayPart& part, const Chances& end, const Chances& integral,
                        double patience_rate) {
    DayPartResult result;
    const double queued = expected_queue(integral, part.servers);
    result.mean_queue = queued / part.length;
    result.mean_busy = (expected(integral) - queued) / part.length;
    result.offered = part.arrival_rate * part.length;
    result.abandoned = patience_rate * queued;
    result.queue_at_end = expected_queue(end, part.servers);
    result.in_system_at_end = expected(end);
    result.mean_wait = result.offered > 0 ? queued / result.offered : 0;
    return result;
}

Result<void> check_day(std::span<const DayPart> parts, const DayRates& rates) {
    bool good = !parts.empty() && rates.mean_service > 0 && std::isfinite(rates.mean_service) &&
                rates.waiting_at_start >= 0 && rates.mean_patience.value_or(1) > 0;
    for (const auto& part : parts)
        good = good && part.length > 0 && std::isfinite(part.length) && part.arrival_rate >= 0 &&
               std::isfinite(part.arrival_rate) && part.servers >= 0 && part.servers < most_states;
    if (good) return {};
    return Error{
        ErrorKind::invalid,
        "queue.bad_day",
        "Each part of the day needs a length above zero, arrivals and people not below zero; service "
        "time and patience must be above zero.",
        {},
        "parts"};
}

Error too_many_cases() {
    return {ErrorKind::invalid,
            "queue.too_long",
            "More than {most} cases would have to be followed. Use the simulator for so long a queue.",
            {{"most", std::to_string(most_states)}},
            "parts"};
}

// How long the queue gets where everything goes as on average: where it is overloaded, chance adds little.
double longest_on_average(std::span<const DayPart> parts, const DayRates& rates) {
    double queue = rates.waiting_at_start;
    double longest = queue;
    for (const auto& part : parts) {
        const double growth = (part.arrival_rate - part.servers / rates.mean_service) * part.length;
        queue = std::max(0.0, queue + growth);
        if (rates.mean_patience) queue = std::min(queue, part.arrival_rate * *rates.mean_patience);
        longest = std::max(longest, queue);
    }
    return longest;
}

// Runs the day with room for `states` cases; false where that was not enough.
bool run_day(std::span<const DayPart> parts, const DayRates& rates, std::size_t states,
             std::vector<DayPartResult>& results) {
    const double patience_rate = rates.mean_patience ? 1 / *rates.mean_patience : 0;
    Chances chances(states);
    chances[static_cast<std::size_t>(rates.waiting_at_start)] = 1;
    results.clear();
    for (const auto& part : parts) {
        Chances integral(states);
        if (!Part(part, 1 / rates.mean_service, patience_rate).run(chances, integral)) return false;
        results.push_back(result_of(part, chances, integral, patience_rate));
    }
    return true;
}

} // namespace

Result<std::vector<DayPartResult>> day_profile(std::span<const DayPart> parts, const DayRates& rates) {
    if (auto checked = check_day(parts, rates); !checked) return checked.error();
    if (longest_on_average(parts, rates) > most_states) return too_many_cases();
    std::size_t states = 128;
    for (const auto& part : parts)
        states = std::max(states, static_cast<std::size_t>(part.servers) * 2);
    states += static_cast<std::size_t>(std::min(rates.waiting_at_start, most_states));
    std::vector<DayPartResult> results;
    for (; states <= static_cast<std::size_t>(most_states); states *= 2)
        if (run_day(parts, rates, states, results)) return results;
    return too_many_cases();
}

} // namespace maerkbar::simulation
