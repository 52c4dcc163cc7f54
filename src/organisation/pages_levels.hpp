#pragma once

#include "organisation/form_page.hpp"

namespace maerkbar::organisation {

std::vector<Reading> level_readings();
std::vector<Change> level_changes();

} // namespace maerkbar::organisation
