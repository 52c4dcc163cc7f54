#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.hpp"
#include "simulation/calendar.hpp"
#include "simulation/scenario.hpp"

namespace maerkbar::simulation {

// Gives the numbers of one column of a file that a scenario names: measured times.
using MeasuredColumn =
    std::function<Result<std::vector<double>>(const std::string& file, const std::string& column)>;

// Reads a scenario as docs/guide/koesimulering.md describes it. Errors (invalid) name the member, for example
// types[0].route[1].work, and say what is expected there; unknown members are errors too, so that a
// misspelled one is not passed over.
[[nodiscard]] Result<Scenario> read_scenario(std::string_view json, const MeasuredColumn& measured,
                                             const CalendarFacts& facts = {});

} // namespace maerkbar::simulation
