#include "web/chart/scale.hpp"

#include <algorithm>
#include <cmath>

namespace maerkbar::web::chart {
namespace {

constexpr double air = 0.06; // of the range, on each side

// The smallest of 1, 2, 5 times a power of ten that is at least `step`; also 25, 250, … which need no
// decimals.
double round_step(double step) {
    const double power = std::pow(10, std::floor(std::log10(step)));
    for (const double digit : {1.0, 2.0, 2.5, 5.0}) {
        const bool round = digit != 2.5 || power >= 10;
        if (round && digit * power >= step * (1 - 1e-9)) return digit * power;
    }
    return 10 * power;
}

// A range without width gets some: half its size to both sides, or one where it is zero.
void widen(Range& range) {
    if (range.empty()) range = {0, 1};
    if (range.high - range.low > std::abs(range.high) * 1e-9) return;
    const double half = range.high == 0 ? 1 : std::abs(range.high) / 10;
    range.low -= half;
    range.high += half;
}

void keep_inside(Axis& axis, double least, double greatest) {
    if (std::isfinite(least)) axis.low = std::max(axis.low, least);
    if (std::isfinite(greatest)) axis.high = std::min(axis.high, greatest);
    if (axis.high > axis.low) return;
    axis.low = std::isfinite(least) ? least : axis.high - 1;
    axis.high = std::max(axis.high, axis.low + 1);
}

} // namespace

void Range::add(double value) {
    if (!std::isfinite(value)) return;
    const bool first = empty();
    low = first ? value : std::min(low, value);
    high = first ? value : std::max(high, value);
}

Axis axis_for(Range range, double least, double greatest, int wanted, double factor) {
    widen(range);
    const double margin = (range.high - range.low) * air;
    Axis axis{range.low - margin, range.high + margin, {}, 0};
    keep_inside(axis, least, greatest);
    const double step = round_step((axis.high - axis.low) * factor / std::max(wanted, 1));
    axis.decimals = std::max(0, static_cast<int>(-std::floor(std::log10(step) + 1e-9)));
    const double first = std::ceil(axis.low * factor / step - 1e-9);
    const double last = std::floor(axis.high * factor / step + 1e-9);
    for (double k = first; k <= last; ++k)
        axis.ticks.push_back(k * step / factor);
    return axis;
}

} // namespace maerkbar::web::chart
