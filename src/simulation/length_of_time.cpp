#include "simulation/length_of_time.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <utility>

namespace maerkbar::simulation {

namespace {

constexpr std::array<std::pair<std::string_view, double>, 5> units{
    {{"s", 1.0 / 3600}, {"min", 1.0 / 60}, {"h", 1}, {"d", 24}, {"w", 168}}};

} // namespace

std::optional<double> hours_of_unit(std::string_view name) {
    for (const auto& [unit, hours] : units)
        if (unit == name) return hours;
    return {};
}

std::optional<double> hours_in(std::string_view text) {
    double amount = 0;
    const auto [end, failed] = std::from_chars(text.data(), text.data() + text.size(), amount);
    if (failed != std::errc{}) return {};
    text.remove_prefix(static_cast<std::size_t>(end - text.data()));
    text.remove_prefix(std::min(text.find_first_not_of(' '), text.size()));
    const auto unit = hours_of_unit(text);
    if (!unit || !(amount >= 0) || amount * *unit > most_hours) return {};
    return amount * *unit;
}

} // namespace maerkbar::simulation
