#pragma once

#include <optional>
#include <span>
#include <vector>

#include "base/date.hpp"
#include "base/strong_id.hpp"

namespace maerkbar::measurement {

// What was promised, in the unit of the indicator's value (a share is 0.8, not 80): at least `low` (floor),
// at most `high` (ceiling), or between both (band).
struct Target {
    std::optional<double> low = {};
    std::optional<double> high = {};

    bool operator==(const Target&) const = default;
    [[nodiscard]] bool holds(double value) const {
        return (!low || value >= *low) && (!high || value <= *high);
    }
};

// A target of one unit from `from` up to, not including, `to` (no value: until further notice).
struct TargetSpan {
    UnitId unit;
    Date from;
    std::optional<Date> to = {};
    Target target;
    bool operator==(const TargetSpan&) const = default;
};

// The target of a unit on a day: its own, or else that of the nearest unit above that has one valid on that
// day. `lineage` is the unit and its ancestors, nearest first.
[[nodiscard]] std::optional<Target> target_on(std::span<const TargetSpan> targets,
                                              std::span<const UnitId> lineage, Date day);

} // namespace maerkbar::measurement
