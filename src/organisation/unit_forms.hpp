#pragma once

#include "organisation/form_page.hpp"

// Changes of the unit tree, as forms and as JSON.
namespace maerkbar::organisation {

[[nodiscard]] std::vector<Change> unit_changes();

} // namespace maerkbar::organisation
