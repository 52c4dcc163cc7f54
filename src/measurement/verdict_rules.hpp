#pragma once

#include "measurement/judge.hpp"
#include "measurement/verdict_chart.hpp"

// The single judgements that judge() puts together.
namespace maerkbar::measurement {

// Whether a move in this direction (+1 up, -1 down) is good.
[[nodiscard]] Meaning meaning_of(Direction direction, double move);

// Signals on the chart, in order of time.
[[nodiscard]] std::vector<Signal> find_signals(const Verdict& verdict, const ChosenChart& chosen);

// The latest change of level: accepted by a person, or proposed by the numbers after the last phase begins.
[[nodiscard]] std::optional<LevelShift> find_level_shift(const Verdict& verdict, const JudgeInput& input);

// 95 % around the latest value, by what is counted; none for ratios, sums and largest values.
[[nodiscard]] std::optional<Interval> uncertainty_of(const JudgeInput& input, const VerdictPoint& latest);
[[nodiscard]] TargetStatus target_status(const Verdict& verdict, bool sample);

// Fills next_limits and capability, as the level stands since `start` (index of a point).
void judge_next_period(const JudgeInput& input, std::size_t start, Verdict& verdict);

[[nodiscard]] std::vector<Caution> find_cautions(const Verdict& verdict, const JudgeInput& input);

// Whether something of that period is still news: within a year, or the twelve latest periods.
[[nodiscard]] bool recent(const Verdict& verdict, Period period);
// Whether the latest complete period ended so long ago (a year and the length of a period) that it says
// nothing of how things stand on this day.
[[nodiscard]] bool long_ago(const Verdict& verdict, Date today);
[[nodiscard]] Tag tag_of(const Verdict& verdict);

} // namespace maerkbar::measurement
