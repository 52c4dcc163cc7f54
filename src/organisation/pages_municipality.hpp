#pragma once

#include "organisation/form_page.hpp"

namespace maerkbar::organisation {

std::vector<Reading> municipality_readings();
std::vector<Change> municipality_changes();

} // namespace maerkbar::organisation
