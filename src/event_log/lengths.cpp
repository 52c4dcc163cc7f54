#include "event_log/lengths.hpp"

#include <algorithm>
#include <cmath>

namespace maerkbar::event_log {

namespace {

// The quantile, when values before `sorted_below` are known to be no larger than those after.
std::optional<double> quantile_after(std::span<Milliseconds> values, double share, std::size_t sorted_below) {
    const double place = static_cast<double>(values.size() - 1) * share;
    const auto below = static_cast<std::size_t>(place);
    const double between = place - std::floor(place);
    const auto at = [&values](std::size_t i) { return values.begin() + static_cast<std::ptrdiff_t>(i); };
    std::nth_element(at(std::min(sorted_below, below)), at(below), values.end());
    const auto low = values[below];
    const auto high = between > 0 ? *std::min_element(at(below + 1), values.end()) : low;
    if (high == unfinished) return std::nullopt;
    return static_cast<double>(low) + between * static_cast<double>(high - low);
}

} // namespace

std::optional<double> quantile_in_place(std::span<Milliseconds> values, double share) {
    return values.empty() ? std::nullopt : quantile_after(values, share, 0);
}

Lengths describe_in_place(std::span<Milliseconds> values) {
    Lengths out;
    if (values.empty()) return out;
    out.count = values.size();
    out.minimum = out.maximum = values[0];
    for (const auto value : values) {
        out.sum += value;
        out.minimum = std::min(out.minimum, value);
        out.maximum = std::max(out.maximum, value);
    }
    out.mean = static_cast<double>(out.sum) / static_cast<double>(out.count);
    out.median = *quantile_after(values, 0.5, 0);
    out.p90 = *quantile_after(values, 0.9, (values.size() - 1) / 2);
    return out;
}

} // namespace maerkbar::event_log
