#pragma once

#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "base/date.hpp"
#include "base/result.hpp"
#include "simulation/weekly.hpp"

namespace maerkbar::simulation {

// From the hour `at` on (since the beginning) clocks are `ahead` hours ahead of where they would be had they
// never been changed.
struct ClockChange {
    double at = 0;
    double ahead = 0;
};

// Where a simulation lies in real time: it begins at local midnight of `first`.
struct Calendar {
    Date first;
    std::vector<Date> days_off;       // rising
    std::vector<ClockChange> changes; // rising

    [[nodiscard]] bool is_off(Date day) const;
    // The hour since the beginning at which clocks show this hour since local midnight of `first`: the first
    // of two where they show it twice, the moment of the change where they jump over it.
    [[nodiscard]] double hour_of_clock(double clock) const;
};

// What happens every week, written out for at least `hours` hours of the calendar: days off have none of it
// unless it goes on then, and a day on which clocks change has 23 or 25 hours.
[[nodiscard]] Weekly written_out(const Weekly& weekly, const Calendar& calendar, double hours,
                                 bool also_on_days_off);

// What a scenario needs to know of real calendars: public holidays of a country ("dk", "no") between two
// days, and clock changes of a zone in so many hours from local midnight of a day.
struct CalendarFacts {
    std::function<Result<std::vector<Date>>(const std::string& country, Date first, Date last)> holidays;
    std::function<Result<std::vector<ClockChange>>(const std::string& zone, Date first, double hours)>
        changes;
};

} // namespace maerkbar::simulation
