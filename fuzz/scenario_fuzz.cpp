#include <cstddef>
#include <cstdint>
#include <cstdlib>

#include "simulation/replication.hpp"
#include "simulation/scenario_json.hpp"
#include "simulation/simulate.hpp"

namespace {

using namespace maerkbar;

Result<std::vector<double>> measured_column(const std::string&, const std::string&) {
    return std::vector<double>{1, 2, 3};
}

simulation::CalendarFacts calendar_facts() {
    return {
        [](const std::string&, Date first, Date) -> Result<std::vector<Date>> {
            return std::vector{first + 1, first + 3};
        },
        [](const std::string&, Date, double hours) -> Result<std::vector<simulation::ClockChange>> {
            return std::vector<simulation::ClockChange>{{hours / 3, 1}, {hours / 2, 0}, {hours / 2 + 5, -1}};
        }};
}

// Small enough to be run for every input.
bool small(const simulation::Scenario& scenario) {
    double work = 0;
    for (const auto& type : scenario.types) {
        work += type.arrivals.highest() * scenario.hours + static_cast<double>(type.times.size());
        for (const auto& backlog : type.waiting)
            work += static_cast<double>(backlog.ages.size());
        if (type.batch_size) work *= 10000;
    }
    for (const auto& team : scenario.teams)
        work += team.people.highest() + static_cast<double>(team.people.size()) * scenario.hours;
    return work < 20000;
}

} // namespace

// A scenario that is accepted can be run, and every case is somewhere in the end.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const auto scenario = simulation::read_scenario({reinterpret_cast<const char*>(data), size},
                                                    measured_column, calendar_facts());
    if (!scenario || !small(*scenario)) return 0;
    const auto all = simulation::total(simulation::replicate(*scenario, 1, 0));
    if (all.waiting_at_start + all.arrived != all.done + all.left + all.turned_away + all.in_system)
        std::abort();
    return 0;
}
