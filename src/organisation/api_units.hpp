#pragma once

#include "organisation/form_page.hpp"

namespace maerkbar::organisation {

// The unit of the path, which the viewer may see. Error: organisation.unknown_unit (not_found).
[[nodiscard]] Result<const Unit*> visible_unit(const Visit& visit);

// Units and levels as JSON.
[[nodiscard]] std::vector<Reading> unit_api_readings();

} // namespace maerkbar::organisation
