#include <algorithm>

#include "event_log/backlog.hpp"

namespace maerkbar::event_log {

namespace {

Date month_of(Date day) {
    return day - (day.day() - 1);
}

Date next_month(Date first) {
    return month_of(first + 31);
}

Date year_of(Date day) {
    return *Date::from(day.year(), 1, 1);
}

Date next_year(Date first) {
    return year_of(first + 366);
}

Date same_day(Date day) {
    return day;
}

Date next_day(Date day) {
    return day + 1;
}

std::vector<Date> starts(const EventLog& log, const Zone& zone, Date (*start_of)(Date), Date (*next)(Date)) {
    std::vector<Date> out;
    if (log.case_count() == 0) return out;
    const auto last = zone.local_day(log.last_time());
    auto at = start_of(zone.local_day(log.first_time()));
    for (; at <= last; at = next(at))
        out.push_back(at);
    out.push_back(at);
    return out;
}

} // namespace

std::vector<Date> month_starts(const EventLog& log, const Zone& zone) {
    return starts(log, zone, month_of, next_month);
}

std::vector<Date> year_starts(const EventLog& log, const Zone& zone) {
    return starts(log, zone, year_of, next_year);
}

std::vector<Date> day_starts(const EventLog& log, const Zone& zone) {
    return starts(log, zone, same_day, next_day);
}

std::vector<Milliseconds> moments(std::span<const Date> days, const Zone& zone) {
    std::vector<Milliseconds> out(days.size());
    std::ranges::transform(days, out.begin(), [&zone](Date day) { return zone.start_of(day); });
    return out;
}

} // namespace maerkbar::event_log
