#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "event_log/event_log.hpp"

namespace maerkbar::event_log {

// A condition on cases.
struct Filter {
    enum class Kind {
        arrived,   // the first event lies on the days
        completed, // the last event does
        active,    // any of the time between first and last event does
        duration,  // from first to last event, both ends included
        variant,   // rank among the variants of the whole log
        activity,  // any event is of that activity
        start,     // the first one is
        end,       // the last one is
        attribute, // any event has that value in the column
    };
    Kind kind = Kind::attribute;
    bool negated = false;
    std::string column; // of attribute
    std::string text;   // the activity or value
    std::optional<Date> first_day;
    std::optional<Date> last_day; // included
    std::optional<Milliseconds> shortest;
    std::optional<Milliseconds> longest;
    std::size_t first_rank = 1;
    std::size_t last_rank = SIZE_MAX;
    std::optional<double> covered; // of variant instead: the most frequent ones up to this share of all cases

    // "arrived=2026-01-01..2026-03-31", "completed=..2026-03-31", "active=2026-01-01..", "duration=2h..30d",
    // "variant=1..5", "variant=80%", "activity=Decision", "start!=Application", "end=Decision",
    // "channel=Post". invalid: what is wrong.
    [[nodiscard]] static Result<Filter> parse(std::string_view text);
};

// For each case of the log whether all filters let it pass. invalid: an activity or column that is not in the
// log.
[[nodiscard]] Result<std::vector<bool>> passing_cases(const EventLog& log, std::span<const Filter> filters,
                                                      const Zone& zone);

} // namespace maerkbar::event_log
