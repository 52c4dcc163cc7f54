#pragma once

#include <optional>
#include <span>
#include <vector>

#include "base/result.hpp"

namespace maerkbar::simulation {

// A stretch of the day in which arrivals and staffing stay the same.
struct DayPart {
    double length = 0;       // > 0
    double arrival_rate = 0; // 0 or more
    int servers = 0;         // 0 or more
};

struct DayPartResult {
    double mean_queue = 0;   // averaged over the part
    double mean_busy = 0;    // servers at work, averaged
    double offered = 0;      // arrivals expected
    double abandoned = 0;    // expected
    double queue_at_end = 0; // expected
    double in_system_at_end = 0;
    double mean_wait = 0; // of those who arrive in the part, by Little's law: ∫ queue / arrivals
};

// The expected course of a day that changes as it goes, Mt/M/nt+M, from `waiting_at_start` cases: the forward
// equations by uniformisation (Jensen 1953), exact to 1e-10. Where people leave, the work in their hands goes
// back to the queue. Without patience nobody gives up, and a day may be overloaded: the queue then grows as
// long as the day lasts. Errors (invalid): "queue.bad_day" for a part that makes no sense, "queue.too_long"
// where more than most_states cases would have to be followed.
inline constexpr int most_states = 20'000;
struct DayRates {
    double mean_service = 0;
    std::optional<double> mean_patience = {};
    int waiting_at_start = 0;
};
[[nodiscard]] Result<std::vector<DayPartResult>> day_profile(std::span<const DayPart> parts,
                                                             const DayRates& rates);

} // namespace maerkbar::simulation
