#pragma once

#include "organisation/form_page.hpp"

namespace maerkbar::organisation {

// Services, channels, customer types and contact points: /catalogue/{kind}, as pages and JSON.
[[nodiscard]] std::vector<Reading> catalogue_readings();
[[nodiscard]] std::vector<Change> catalogue_changes();

} // namespace maerkbar::organisation
