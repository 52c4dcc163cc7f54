#pragma once

#include <optional>
#include <span>

#include "measurement/judge.hpp"

// Rare events are judged by the time from one to the next: most periods have none, so that limits around
// their number say nothing.
namespace maerkbar::measurement {

// Whether an indicator counts events so rare: fewer than one a period on average, or its chart was chosen so.
// Then judge() needs the day of each event.
[[nodiscard]] bool suits_between(const Definition& definition, std::span<const VerdictPoint> points);

// Judges the days between events by a T chart, or by a G chart where several fell on one day (no time between
// them). With fewer than twelve times between events: no value. Fills chart, phases and signals of the
// verdict as well; signals are in terms of the number of events, so a long time is `below`.
[[nodiscard]] std::optional<BetweenChart> judge_between(const JudgeInput& input, Verdict& verdict);

} // namespace maerkbar::measurement
