#pragma once

#include <array>
#include <span>
#include <string_view>
#include <vector>

#include "event_log/zone.hpp"

namespace maerkbar::event_log {

// When an office is open in an ordinary week: for each day, Monday first, stretches in minutes since
// midnight.
struct OfficeHours {
    struct Stretch {
        int from = 0;
        int to = 0; // above `from`, at most 1440
    };
    std::array<std::vector<Stretch>, 7> days;

    // "mon-fri:08-16", "mon-thu:08:30-15:30,fri:08-12", "mon:08-12,mon:13-16". invalid: what is wrong.
    [[nodiscard]] static Result<OfficeHours> parse(std::string_view text);
};

// Counts the time an office is open, in the local time of its zone, but not on days off.
class WorkCalendar {
  public:
    // Covers every moment from `first` to `last`; outside of them no time is counted. `days_off` in any
    // order.
    WorkCalendar(const OfficeHours& hours, const Zone& zone, std::span<const Date> days_off,
                 Milliseconds first, Milliseconds last);

    // Open time between two moments; 0 where `to` is not after `from`.
    [[nodiscard]] Milliseconds between(Milliseconds from, Milliseconds to) const;

  private:
    [[nodiscard]] Milliseconds until(Milliseconds moment) const;

    struct Opening {
        Milliseconds from;
        Milliseconds to;
        Milliseconds before; // open time before `from`
    };
    std::vector<Opening> openings_; // in order, not overlapping
};

} // namespace maerkbar::event_log
