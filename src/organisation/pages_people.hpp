#pragma once

#include "organisation/form_page.hpp"

namespace maerkbar::organisation {

// People and their roles: list, one person, and every change, as pages and JSON.
[[nodiscard]] std::vector<Reading> people_readings();
[[nodiscard]] std::vector<Change> people_changes();

} // namespace maerkbar::organisation
