#pragma once

#include <span>
#include <string>

#include "event_log/readers/log_builder.hpp"
#include "event_log/readers/log_request.hpp"

namespace maerkbar::event_log {

// The columns of the request among those of a file; the unnamed ones by their usual names. invalid: a named
// one is not there, or case, activity or time cannot be found; says which columns there are.
[[nodiscard]] Result<LogColumns> find_columns(std::span<const std::string> header, const LogColumns& wanted);

// The row that a builder gets of these columns, and the name of the column for each slot.
[[nodiscard]] RowShape row_shape(const LogColumns& columns);
[[nodiscard]] std::vector<std::string> slot_names(const LogColumns& columns);

} // namespace maerkbar::event_log
