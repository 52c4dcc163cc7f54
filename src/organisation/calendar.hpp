#pragma once

#include <map>
#include <optional>
#include <set>
#include <span>
#include <vector>

#include "base/strong_id.hpp"
#include "organisation/holidays.hpp"
#include "organisation/validity.hpp"

namespace maerkbar::organisation {

using PlaceId = StrongId<struct PlaceTag>;
using ChannelId = StrongId<struct ChannelTag>;

// The days on which a municipality works: Monday to Friday but for holidays and its own closing days.
class WorkCalendar {
  public:
    explicit WorkCalendar(Country country, std::vector<Date> closing_days = {});

    [[nodiscard]] Country country() const { return country_; }
    [[nodiscard]] bool works_on(Date day) const;
    // Neither a holiday nor a closing day; Saturdays and Sundays count as ordinary days.
    [[nodiscard]] bool ordinary(Date day) const;

  private:
    Country country_;
    std::set<Date> closing_days_;
};

// How many working days an answer took: the working days after `received` up to and including `answered`. 0
// on the same day; from Friday to Monday 1; received on Saturday and answered on Monday 1. Negative where
// `answered` is earlier.
[[nodiscard]] int working_days_between(const WorkCalendar& calendar, Date received, Date answered);
// The last day on which an answer is within `days` working days (0 or more) of `received`.
[[nodiscard]] Date working_days_after(const WorkCalendar& calendar, Date received, int days);

// Open or answering the phone on one day of the week.
struct OpeningHours {
    UnitId unit;
    PlaceId place;     // none: not bound to a place
    ChannelId channel; // none: doors; otherwise the channel that is answered, such as the phone
    int weekday = 1;   // ISO: 1 Monday to 7 Sunday
    int opens = 0;     // minutes since midnight
    int closes = 0;    // above `opens`, at most 1440
    Validity valid = {};
    bool operator==(const OpeningHours&) const = default;
};

// Minutes open in an ordinary week, by the hours valid on `day`; hours that overlap (two places, two entries)
// count once. Divide by 60 for "open hours a week".
[[nodiscard]] int open_minutes_a_week(std::span<const OpeningHours> hours, Date day);
// Minutes open on that very day: none on holidays and closing days.
[[nodiscard]] int open_minutes_on(std::span<const OpeningHours> hours, const WorkCalendar& calendar,
                                  Date day);
// Whether something is open at that minute of the day.
[[nodiscard]] bool open_at(std::span<const OpeningHours> hours, const WorkCalendar& calendar, Date day,
                           int minute);

} // namespace maerkbar::organisation
