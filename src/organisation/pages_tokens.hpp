#pragma once

#include "organisation/form_page.hpp"

namespace maerkbar::organisation {

// Keys for other systems: tokens with their own permissions, as pages and JSON.
[[nodiscard]] std::vector<Reading> token_readings();
[[nodiscard]] std::vector<Change> token_changes();

} // namespace maerkbar::organisation
