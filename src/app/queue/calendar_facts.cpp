#include "app/queue/calendar_facts.hpp"

#include "event_log/zone.hpp"
#include "organisation/holidays.hpp"

namespace maerkbar::app_queue {

namespace {

using simulation::ClockChange;

Result<std::vector<Date>> holidays_between(const std::string& country, Date first, Date last) {
    const auto of = country == "no" ? organisation::Country::norway : organisation::Country::denmark;
    std::vector<Date> days;
    for (int year = first.year(); year <= last.year(); ++year)
        for (const auto& holiday : organisation::holidays(of, year))
            days.push_back(holiday.day);
    return days;
}

// Clocks have always been changed at a whole quarter of an hour.
Result<std::vector<ClockChange>> changes_of(const std::string& name, Date first, double hours) {
    const auto zone = TRY(event_log::Zone::named(name));
    const auto start = zone.start_of(first);
    const auto end = start + static_cast<event_log::Milliseconds>(hours * event_log::hour_ms);
    constexpr auto quarter = 15 * event_log::minute_ms;
    std::vector<ClockChange> changes;
    auto offset = zone.offset_at(start);
    for (auto at = start + quarter; at <= end; at += quarter) {
        if (zone.offset_at(at) == offset) continue;
        offset = zone.offset_at(at);
        const auto in_hours = [](event_log::Milliseconds length) {
            return static_cast<double>(length) / event_log::hour_ms;
        };
        changes.push_back({in_hours(at - start), in_hours(offset - zone.offset_at(start))});
    }
    return changes;
}

} // namespace

simulation::CalendarFacts calendar_facts() {
    return {holidays_between, changes_of};
}

} // namespace maerkbar::app_queue
