#pragma once

#include <optional>
#include <span>

#include "event_log/zone.hpp"

namespace maerkbar::event_log {

// A length that has not come to its end; sorts after all others. A quantile that falls among such is not
// reached.
constexpr Milliseconds unfinished = INT64_MAX;

// The quantile at `share` (0 to 1) by linear interpolation between order statistics, h = (n − 1) p (type 7 of
// Hyndman and Fan 1996). None where there are no values or it is not reached. Reorders its argument.
[[nodiscard]] std::optional<double> quantile_in_place(std::span<Milliseconds> values, double share);

// What is said about a set of lengths. All but count and sum are meaningless where count is 0.
struct Lengths {
    std::size_t count = 0;
    Milliseconds sum = 0;
    Milliseconds minimum = 0;
    Milliseconds maximum = 0;
    double mean = 0;
    double median = 0;
    double p90 = 0;
};
// Of finished lengths. Reorders its argument.
[[nodiscard]] Lengths describe_in_place(std::span<Milliseconds> values);

} // namespace maerkbar::event_log
