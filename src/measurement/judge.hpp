#pragma once

#include <optional>
#include <span>
#include <string>
#include <vector>

#include "measurement/definition.hpp"
#include "measurement/target.hpp"
#include "measurement/verdict.hpp"

namespace maerkbar::measurement {

// What people have decided about one chart.
struct AcceptedPhase {
    Period from; // the first period of the new level
    std::string reason;
    bool operator==(const AcceptedPhase&) const = default;
};
struct ChartDecisions {
    std::vector<AcceptedPhase> phases = {}; // in order of time
    std::vector<Period> excluded = {};
    // Of the phase they lie in, the periods up to these alone set the limits.
    std::vector<Period> frozen_until = {};
    bool operator==(const ChartDecisions&) const = default;
};

struct JudgeInput {
    IndicatorId indicator;
    UnitId unit;
    const Definition& definition;
    std::vector<VerdictPoint> points; // of make_points(), without limits and targets
    std::span<const TargetSpan> targets = {};
    std::span<const UnitId> lineage = {}; // the unit and its ancestors, nearest first
    const ChartDecisions& decisions;
    Date today;
    // Of means and quantiles: the interval of the latest complete point, which only its cell can tell
    // (spread_of_cell).
    std::optional<Interval> spread = {};
    // Of counts of rare events (suits_between): each event of the complete periods, in order.
    std::vector<Date> event_days = {};
};

// With fewer rows behind a value than this, chance moves it by more than twenty points or so.
inline constexpr std::int64_t small_number = 20;

// Everything that can be said of these points, and no more. Pure: the same points give the same verdict on
// the chart, in the table and over the API.
[[nodiscard]] Verdict judge(JudgeInput input);

} // namespace maerkbar::measurement
