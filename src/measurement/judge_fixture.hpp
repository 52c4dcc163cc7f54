#pragma once

#include <optional>
#include <vector>

#include "measurement/judge.hpp"
#include "measurement/series.hpp"
#include "statistics/numbers.hpp"

// For tests: verdicts of made-up monthly shares that end with October 2026, seen on 22 November.
namespace maerkbar::measurement::testing {

// y of n; no n at all: a month without facts.
struct Share {
    std::optional<double> met = {};
    double asked = 0;
};

inline std::vector<Share> steady(double level, int months, double asked = 1000) {
    // A fixed pattern with mean zero that neither runs nor crosses too seldom.
    constexpr double pattern[] = {4, -6, 9, -2, -9, 6, -4, 2, 8, -8, 5, -5};
    std::vector<Share> values;
    for (int i = 0; i < months; ++i)
        values.push_back({level * asked + pattern[i % 12] * asked / 1000, asked});
    return values;
}

inline std::vector<Share> joined(std::vector<Share> first, const std::vector<Share>& second) {
    first.insert(first.end(), second.begin(), second.end());
    return first;
}

struct Circumstances {
    std::optional<Target> target = {};
    ChartDecisions decisions = {};
    Direction direction = Direction::higher_better;
    bool sample = false;
    std::optional<Share> running = {}; // November
    Date today = *Date::from(2026, 11, 22);
};

inline Definition phone_answered() {
    Definition definition;
    definition.name = {"Telefon besvaret", "Telefon besvart", "Phone answered"};
    definition.phrase = {"af opkaldene blev besvaret inden 2 minutter",
                         "av samtalene ble besvart innen 2 minutter",
                         "of the calls were answered within 2 minutes"};
    definition.source = "contacts";
    definition.measure.kind = MeasureKind::share;
    definition.direction = Direction::higher_better;
    definition.format = NumberFormat::percent;
    return definition;
}

inline std::vector<VerdictPoint> share_points(const std::vector<Share>& values,
                                              const std::optional<Share>& running) {
    std::vector<VerdictPoint> points;
    auto period = *Period::parse("2026-10");
    for (std::size_t i = 1; i < values.size(); ++i)
        period = period.previous();
    const auto add = [&](const Share& share, bool over) {
        VerdictPoint point;
        point.period = period;
        period = period.next();
        point.state = !over          ? PeriodState::running
                      : !share.met   ? PeriodState::no_facts
                      : !share.asked ? PeriodState::zero_denominator
                                     : PeriodState::complete;
        point.numerator = share.met;
        if (share.met) point.denominator = share.asked;
        if (share.met && share.asked > 0) point.value = *share.met / share.asked;
        point.count = static_cast<std::int64_t>(share.asked);
        points.push_back(point);
    };
    for (const auto& share : values)
        add(share, true);
    if (values.empty()) period = *Period::parse("2026-11");
    if (running) add(*running, false);
    return points;
}

inline Verdict judge_shares(const std::vector<Share>& values, const Circumstances& around = {}) {
    auto definition = phone_answered();
    definition.direction = around.direction;
    definition.sample = around.sample;
    std::vector<TargetSpan> targets;
    if (around.target) targets.push_back({UnitId{1}, Date{0}, {}, *around.target});
    const UnitId lineage[] = {UnitId{1}};
    return judge({.indicator = IndicatorId{1},
                  .unit = UnitId{1},
                  .definition = definition,
                  .points = share_points(values, around.running),
                  .targets = targets,
                  .lineage = lineage,
                  .decisions = around.decisions,
                  .today = around.today});
}

} // namespace maerkbar::measurement::testing
