#pragma once

#include "simulation/calendar.hpp"
#include "simulation/scenario_reader.hpp"

// For scenario_json.cpp only.
namespace maerkbar::simulation {

// "starts": "2026-01-05", and with it "zone": "Europe/Copenhagen" and "holidays": "dk", "no" or a list of
// dates, of a scenario of so many hours. None without "starts".
[[nodiscard]] Result<std::optional<Calendar>> read_calendar(ObjectReader& object, double hours,
                                                            const CalendarFacts& facts);

} // namespace maerkbar::simulation
