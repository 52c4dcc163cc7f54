#pragma once

#include <vector>

#include "app/flow/request.hpp"

namespace maerkbar::app_flow {

// The days off between two days: the public holidays of a country, or the dates in the first column of a
// file. not_found, invalid: the file cannot be read, or a cell is no date (with its line).
[[nodiscard]] Result<std::vector<Date>> days_off_between(const DaysOff& wanted, Date first, Date last);

} // namespace maerkbar::app_flow
