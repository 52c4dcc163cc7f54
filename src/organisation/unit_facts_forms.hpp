#pragma once

#include "organisation/form_page.hpp"

namespace maerkbar::organisation {

// Opening a unit, and correcting its level, opening day and codes.
[[nodiscard]] std::vector<Change> unit_facts_changes();

} // namespace maerkbar::organisation
