#pragma once

#include <span>
#include <vector>

#include "measurement/judge.hpp"
#include "statistics/chart.hpp"

namespace maerkbar::measurement {

// Whether a point says something about the process: complete, with a value, and not left out by a person.
[[nodiscard]] bool counts(const VerdictPoint& point);

// Where the level of a stretch of points lies: Σ numerator ÷ Σ denominator where there are both, else the
// mean.
[[nodiscard]] std::optional<double> level_of(const Measure& measure, std::span<const VerdictPoint> points);

// What each part of a drawn chart was judged by.
[[nodiscard]] std::vector<JudgedPhase> judged_phases(const statistics::Chart& chart,
                                                     std::span<const VerdictPoint> points);

// A chart of the points with why it is that one.
struct ChosenChart {
    ChartType type = ChartType::none;
    ChartReason reason = ChartReason::no_points;
    statistics::Chart chart;
    std::vector<statistics::Subgroup> series;
};

// Draws the chart that fits; cuts it before the points in `starts` (0 may be among them). `frozen`: after
// these points no other of the same phase has a say in its limits. No points that count: type none.
[[nodiscard]] ChosenChart draw_chart(const Definition& definition, std::span<const VerdictPoint> points,
                                     std::span<const std::size_t> starts,
                                     std::span<const std::size_t> frozen);

} // namespace maerkbar::measurement
