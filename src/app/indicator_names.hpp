#pragma once

#include <string_view>
#include <vector>

#include "actions/routes.hpp"

namespace maerkbar::app {

// The indicators in use, by name, for whoever stands below measurement and only names them.
[[nodiscard]] Result<std::vector<actions::IndicatorName>> indicator_names(storage::Connection& connection,
                                                                          TenantId tenant,
                                                                          std::string_view language);

} // namespace maerkbar::app
