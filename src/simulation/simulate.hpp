#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "simulation/replication.hpp"

namespace maerkbar::simulation {

struct RunOptions {
    std::uint64_t seed = 1;
    int replications = 30;
    unsigned threads = 1;
};

// All replications, in the order of their numbers whatever the number of threads.
[[nodiscard]] std::vector<ReplicationResult> simulate(const Scenario& scenario, const RunOptions& options);

// What is measured of a case type, a step or a team.
enum class Measure {
    arrived,      // of a type: cases in the whole simulation
    done,         //
    left_share,   // of a type: gave up, of all that came or were there
    turned_share, // of a type: found no place to wait, of the same; only where places are limited
    mean_time,    // of a type: hours from arrival to done, of those done
    p90_time,     //
    in_system,    // of a type: still there at the end
    mean_wait,    // of a step: hours, of those that were begun
    p90_wait,     //
    short_waits,  // of a step: begun within the target, of those begun
    short_of_all, // of a step: begun within the target, of those begun or gone
    mean_queue,   // of a step: waiting, on average over time
    occupancy,    // of a team: hours at work, of hours staffed
};
enum class Subject { type, step, team };

struct FigureId {
    Subject subject = Subject::type;
    std::string name;
    Measure measure = Measure::arrived;
    bool operator==(const FigureId&) const = default;
};

// The mean over the replications and half the width of its 95 % interval (Student's t); missing where fewer
// than two replications have a value.
struct Estimate {
    double mean = statistics::missing;
    double half_width = statistics::missing;
    int replications = 0;
};
struct Figure {
    FigureId id;
    Estimate estimate;
};

[[nodiscard]] std::vector<Figure> figures(const Scenario& scenario,
                                          const std::vector<ReplicationResult>& results);

// Differences second − first of the figures that both have, replication by replication: with the same seed
// both met the same cases, so that the interval is narrow. Both have the same number of replications.
struct Simulated {
    const Scenario& scenario;
    const std::vector<ReplicationResult>& results;
};
[[nodiscard]] std::vector<Figure> differences(const Simulated& first, const Simulated& second);

// Cases in the system at the end of each week (and at the end), means over the replications.
[[nodiscard]] std::vector<Estimate> in_system_by_week(const std::vector<ReplicationResult>& results);

// All cases of all types of one replication.
[[nodiscard]] CaseCount total(const ReplicationResult& result);

} // namespace maerkbar::simulation
