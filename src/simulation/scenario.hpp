#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "simulation/distribution.hpp"
#include "simulation/weekly.hpp"

namespace maerkbar::simulation {

// People who share one queue. They take the most urgent case first, and of equally urgent ones the one that
// came first.
struct Team {
    std::string name;
    Weekly people;
    bool pauses = false;   // work stops at the end of a shift and goes on with the next; else it is finished
    std::size_t least = 1; // cases that are handled together: a board meets for so many at least …
    std::size_t most = 1;  // … and so many at most
    std::size_t places = SIZE_MAX; // for cases that wait; who comes when they are taken is turned away
    bool works_on_days_off = false;
};

// One thing that is done to a case of one type.
struct Stage {
    std::size_t step = 0; // in Scenario::steps
    std::size_t team = 0;
    Distribution work = Constant{};
    std::optional<Distribution> patience = {}; // how long a case waits here before it leaves
    double ends = 0;                           // share that is done after this stage
    double repeats = 0;                        // share of the others that comes back to it once more
};

// Cases that already wait when the simulation begins.
struct Backlog {
    std::size_t stage = 0;
    std::vector<double> ages; // hours since each came, one a case
};

struct CaseType {
    std::string name;
    std::size_t priority = 0; // 0 first
    Weekly arrivals;          // an hour; in batches of batch_size where it is given
    std::vector<double>
        times; // measured arrivals, in hours from the beginning, rising; instead of `arrivals`
    bool come_on_days_off = false; // else `arrivals` pause
    std::optional<Distribution> batch_size = {};
    std::vector<Stage> route;
    std::vector<Backlog> waiting;
};

struct Scenario {
    std::string name;
    double hours = 0;   // how long is simulated
    double warm_up = 0; // hours at the beginning that are not measured
    double target = 0;  // hours within which waiting is counted as short
    std::size_t most_priorities = 1;
    std::vector<Team> teams;
    std::vector<std::string> steps;
    std::vector<CaseType> types;
};

} // namespace maerkbar::simulation
