#pragma once

#include <string>

#include "app/application.hpp"

namespace maerkbar::app {

struct DemoStory;

// Story 3's fourth experiment: how many places of the day offers are taken, by month, as the unit counts
// them. It is no survey, so it is a figure: places taken of places there are.
[[nodiscard]] std::string demo_occupancy_csv(const DemoStory& story, std::uint64_t seed);
// The indicator on it, with the goal and the day of the experiment on its chart.
[[nodiscard]] Result<void> make_demo_occupancy(Application& application, TenantId tenant, UnitId unit,
                                               const DemoStory& story);

} // namespace maerkbar::app
