#include "app/chart/axis.hpp"

#include <algorithm>
#include <charconv>
#include <cmath>

#include "statistics/numbers.hpp"

namespace maerkbar::app_chart {

namespace {

// The plain spelling of programs, many times faster than the general one. A number that is not finite is left
// to it.
std::optional<double> plain_number(std::string_view text, tables::DecimalMark mark) {
    double value = 0;
    const auto [end, failed] = std::from_chars(text.data(), text.data() + text.size(), value);
    const bool whole = failed == std::errc{} && end == text.data() + text.size() && std::isfinite(value);
    if (!whole || (mark == tables::DecimalMark::comma && text.find('.') != text.npos)) return {};
    return value;
}

std::optional<double> number(std::string_view text, const CellRules& rules) {
    if (const auto plain = plain_number(text, rules.mark)) return plain;
    return tables::parse_number(text, rules.mark);
}

std::optional<double> day(std::string_view text, const CellRules& rules) {
    const auto date = tables::parse_date(text, rules.order);
    if (!date) return {};
    return date->date().days + date->second_of_day.value_or(0) / 86400.0;
}

} // namespace

AxisKind axis_kind(std::span<const std::string_view> cells, const CellRules& rules) {
    const auto all = [&](auto reads) {
        return std::all_of(cells.begin(), cells.end(), [&](std::string_view cell) {
            return cell.empty() || reads(cell, rules).has_value();
        });
    };
    if (all(number)) return AxisKind::number;
    return all(day) ? AxisKind::date : AxisKind::category;
}

std::optional<double> axis_key(std::string_view text, AxisKind kind, const CellRules& rules) {
    switch (kind) {
        case AxisKind::number:
            return number(text, rules);
        case AxisKind::date:
            return day(text, rules);
        case AxisKind::category:
            return {};
    }
    return {};
}

std::optional<double> figure(std::string_view text, const CellRules& rules) {
    if (text.empty() || text == "NA") return statistics::missing;
    return number(text, rules);
}

} // namespace maerkbar::app_chart
