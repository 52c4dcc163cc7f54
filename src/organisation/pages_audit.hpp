#pragma once

#include "organisation/form_page.hpp"

namespace maerkbar::organisation {

// The audit trail: every change, by person, object and period, as a page and as JSON.
[[nodiscard]] std::vector<Reading> audit_readings();

} // namespace maerkbar::organisation
