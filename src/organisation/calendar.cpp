#include "organisation/calendar.hpp"

#include <algorithm>

namespace maerkbar::organisation {
namespace {

constexpr int friday = 5;

// Minutes covered by the hours of one weekday that are valid on `day`.
int covered(std::span<const OpeningHours> hours, int weekday, Date day) {
    std::vector<std::pair<int, int>> spans;
    for (const auto& hour : hours)
        if (hour.weekday == weekday && hour.valid.holds(day)) spans.emplace_back(hour.opens, hour.closes);
    std::ranges::sort(spans);
    int minutes = 0;
    int reached = 0;
    for (const auto& [opens, closes] : spans) {
        minutes += std::max(0, closes - std::max(opens, reached));
        reached = std::max(reached, closes);
    }
    return minutes;
}

} // namespace

WorkCalendar::WorkCalendar(Country country, std::vector<Date> closing_days)
    : country_(country), closing_days_(closing_days.begin(), closing_days.end()) {}

bool WorkCalendar::ordinary(Date day) const {
    return !closing_days_.contains(day) && !holiday_on(country_, day);
}

bool WorkCalendar::works_on(Date day) const {
    return day.weekday() <= friday && ordinary(day);
}

int working_days_between(const WorkCalendar& calendar, Date received, Date answered) {
    if (answered < received) return -working_days_between(calendar, answered, received);
    int count = 0;
    for (auto day = received + 1; day <= answered; day = day + 1)
        count += calendar.works_on(day) ? 1 : 0;
    return count;
}

Date working_days_after(const WorkCalendar& calendar, Date received, int days) {
    auto last = received;
    for (int left = days; left >= 0; last = last + 1) {
        if (calendar.works_on(last + 1)) --left;
        if (left < 0) break;
    }
    return last;
}

int open_minutes_a_week(std::span<const OpeningHours> hours, Date day) {
    int minutes = 0;
    for (int weekday = 1; weekday <= 7; ++weekday)
        minutes += covered(hours, weekday, day);
    return minutes;
}

int open_minutes_on(std::span<const OpeningHours> hours, const WorkCalendar& calendar, Date day) {
    return calendar.ordinary(day) ? covered(hours, day.weekday(), day) : 0;
}

bool open_at(std::span<const OpeningHours> hours, const WorkCalendar& calendar, Date day, int minute) {
    if (!calendar.ordinary(day)) return false;
    return std::ranges::any_of(hours, [&](const OpeningHours& hour) {
        return hour.weekday == day.weekday() && hour.valid.holds(day) && hour.opens <= minute &&
               minute < hour.closes;
    });
}

} // namespace maerkbar::organisation
