#pragma once

#include <optional>
#include <span>
#include <string_view>

#include "tables/parse_values.hpp"

namespace maerkbar::app_chart {

// What the values of the x column are.
enum class AxisKind { number, date, category };

// How cells of one file are read.
struct CellRules {
    tables::DecimalMark mark = tables::DecimalMark::point;
    tables::DateOrder order = tables::DateOrder::day_month_year;
};

// From the first rows: numbers if all are (a year alone is a number too), dates if all are, else categories.
AxisKind axis_kind(std::span<const std::string_view> cells, const CellRules& rules);

// The number to sort an x by: itself, or the day (days since 1970 and the time of day as a fraction). No
// value where the text is not of that kind; categories have none.
std::optional<double> axis_key(std::string_view text, AxisKind kind, const CellRules& rules);

// A figure: missing where the cell is empty or NA; no value where it is something else than a number.
std::optional<double> figure(std::string_view text, const CellRules& rules);

} // namespace maerkbar::app_chart
