#pragma once

#include "simulation/calendar.hpp"

namespace maerkbar::app_queue {

// Public holidays as the municipality's calendar knows them, and clock changes of time zones.
[[nodiscard]] simulation::CalendarFacts calendar_facts();

} // namespace maerkbar::app_queue
