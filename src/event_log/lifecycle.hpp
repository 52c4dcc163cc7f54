#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "event_log/event_log.hpp"
#include "event_log/lengths.hpp"

namespace maerkbar::event_log {

// What a row says about a piece of work.
enum class Transition { schedule, start, complete, other };
// Without regard to upper and lower case.
[[nodiscard]] Transition transition_named(std::string_view text);

// The work on one activity in a case: its complete paired with its start (and schedule), by the instance
// column where there is one, else in the order they happened within the case and activity.
struct Instance {
    TextNumber activity = 0;
    std::optional<Milliseconds> scheduled;
    std::optional<Milliseconds> started;
    std::optional<Milliseconds> completed;
    std::uint32_t complete_row = 0;
};

struct ActivityWork {
    TextNumber activity = 0;
    std::size_t instances = 0;   // with a complete
    std::size_t paired = 0;      // with a start too
    std::size_t overlapping = 0; // started before the latest earlier complete of the case
    Lengths processing;          // complete − start
    Lengths waiting;   // start − latest earlier complete in the case, never below 0; not for the first
    Lengths scheduled; // start − schedule
};

struct CaseWork {
    std::string_view name; // of the case
    Milliseconds from = 0;
    Milliseconds to = 0;
    std::size_t instances = 0;
    Milliseconds processing = 0; // the sum over instances
    Milliseconds active = 0;     // when at least one was in work
    [[nodiscard]] Milliseconds throughput() const { return to - from; }
    [[nodiscard]] Milliseconds idle() const { return throughput() - active; }
};

struct Lifecycle {
    std::vector<ActivityWork> activities; // by name
    std::vector<CaseWork> cases;          // by name
    std::size_t instances = 0;
    std::size_t paired = 0;
    std::size_t complete_without_start = 0;
    std::size_t start_without_complete = 0;
    std::size_t schedule_without_start = 0;

    // All active time over all throughput time; 0 where there is none.
    [[nodiscard]] double flow_efficiency() const;
};

// `log` holds the rows of all transitions; `instance` may be absent.
[[nodiscard]] Lifecycle lifecycle(const EventLog& log, const TextColumn& transition,
                                  const TextColumn* instance);

} // namespace maerkbar::event_log
