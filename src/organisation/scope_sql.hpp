#pragma once

#include <string>
#include <string_view>

#include "organisation/access.hpp"

namespace maerkbar::organisation {

// A condition in SQL that holds for rows whose `column` (a unit's id) lies in the scope as organised now:
// "c.unit_id in (3, 7)", or "1 = 1" for everything, "1 = 0" for nothing. The numbers are ids of this tenant's
// units, so they stand in the text; the query must name the tenant itself.
[[nodiscard]] std::string scope_condition(const UnitScope& scope, const UnitTree& tree, Date today,
                                          std::string_view column);

} // namespace maerkbar::organisation
