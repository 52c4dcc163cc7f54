#pragma once

#include "organisation/form_page.hpp"

namespace maerkbar::organisation {

// The tree on a day, one unit with its history, and both as JSON.
[[nodiscard]] std::vector<Reading> unit_readings();

} // namespace maerkbar::organisation
