#pragma once

#include <boost/json/value.hpp>

#include "simulation/scenario_json.hpp"
#include "simulation/scenario_reader.hpp"

// For scenario_json.cpp only.
namespace maerkbar::simulation {

// "20 s", "3 min", "1.5 h", "2 d" (of 24 hours), "1 w" in hours.
[[nodiscard]] Result<double> read_hours(const boost::json::value& value, const std::string& where);
// A length of time, or an object: {"mean": "3 min"} exponential, with "variation" lognormal; {"least",
// "most"};
// {"values": ["3 min", …]}; {"file", "column", "unit"}.
[[nodiscard]] Result<Distribution> read_distribution(const boost::json::value& value,
                                                     const std::string& where,
                                                     const MeasuredColumn& measured);
// The lengths of time of {"values"} or {"file", "column", "unit"}, in hours, rising.
[[nodiscard]] Result<std::vector<double>> read_measured(ObjectReader& object, const MeasuredColumn& measured);
// [{"days": "mon-fri", "from": "08:00", "to": "16:00", name: 3, "week": 1}, …] over a cycle of weeks.
[[nodiscard]] Result<Weekly> read_weekly(const boost::json::array& list, const std::string& where,
                                         std::string_view name);

} // namespace maerkbar::simulation
