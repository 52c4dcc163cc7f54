#pragma once

#include <cstdint>
#include <vector>

#include "simulation/scenario.hpp"
#include "simulation/wait_histogram.hpp"

namespace maerkbar::simulation {

// Where all cases went, from the very beginning: waiting_at_start + arrived =
// done + left + turned_away + in_system.
struct CaseCount {
    std::uint64_t waiting_at_start = 0;
    std::uint64_t arrived = 0;
    std::uint64_t done = 0;
    std::uint64_t left = 0;        // gave up waiting
    std::uint64_t turned_away = 0; // found no place to wait
    std::uint64_t in_system = 0;   // at the end
};

// The rest is measured after the warm-up.
struct TypeMeasures {
    CaseCount count;
    double time_sum = 0;    // from arrival to done
    double system_time = 0; // hours spent in the system by all cases together, those not done too
    WaitHistogram times;    // of cases done
};

struct StepMeasures {
    std::uint64_t started = 0;
    std::uint64_t left = 0;
    std::uint64_t short_waits = 0; // started within the target
    double wait_sum = 0;           // of those who started
    double queue_time = 0;         // hours of waiting together, those who left or still wait too
    WaitHistogram waits;           // of those who started
};

struct TeamMeasures {
    double busy_hours = 0;
    double staffed_hours = 0;
};

struct ReplicationResult {
    std::vector<TypeMeasures> types;
    std::vector<StepMeasures> steps;
    std::vector<TeamMeasures> teams;
    std::vector<std::int64_t> in_system_by_week; // at the end of each whole week, and at the end
    double measured_hours = 0;
};

// One course of events, the same for the same scenario, seed and number. The scenario has been checked.
[[nodiscard]] ReplicationResult replicate(const Scenario& scenario, std::uint64_t seed, int number);

} // namespace maerkbar::simulation
