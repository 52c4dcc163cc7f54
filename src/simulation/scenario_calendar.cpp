#include "simulation/scenario_calendar.hpp"

#include <algorithm>

namespace maerkbar::simulation {

namespace {

constexpr double longest = 20 * 366 * 24.0; // hours that are written out

Error bad_holidays(const ObjectReader& object) {
    return scenario_error(object.where("holidays"), "scenario.bad_holidays",
                          "{where} must be dk, no, or a list of dates such as 2026-04-02.");
}

Result<std::vector<Date>> listed_days(const boost::json::array& list, const ObjectReader& object) {
    std::vector<Date> days;
    for (const auto& element : list) {
        const auto day = element.is_string() ? Date::parse_iso(element.get_string()) : std::nullopt;
        if (!day) return bad_holidays(object);
        days.push_back(*day);
    }
    return days;
}

Result<std::vector<Date>> days_off(ObjectReader& object, Date first, double hours,
                                   const CalendarFacts& facts) {
    const auto* value = object.find("holidays");
    if (value == nullptr) return std::vector<Date>();
    if (value->is_array()) return listed_days(value->get_array(), object);
    if (!value->is_string() || !facts.holidays) return bad_holidays(object);
    const std::string country(value->get_string());
    if (country != "dk" && country != "no") return bad_holidays(object);
    return facts.holidays(country, first, first + static_cast<int>(hours / 24) + 1);
}

Result<std::vector<ClockChange>> changes(ObjectReader& object, Date first, double hours,
                                         const CalendarFacts& facts) {
    if (!object.has("zone")) return std::vector<ClockChange>();
    const auto zone = TRY(object.text("zone"));
    if (!facts.changes)
        return scenario_error(object.where("zone"), "scenario.no_zones", "{where}: no zone is known here.");
    return facts.changes(zone, first, hours + 24);
}

} // namespace

Result<std::optional<Calendar>> read_calendar(ObjectReader& object, double hours,
                                              const CalendarFacts& facts) {
    if (!object.has("starts")) {
        for (const auto* const name : {"zone", "holidays"})
            if (object.has(name))
                return scenario_error(object.where(name), "scenario.needs_start",
                                      "{where} needs starts too: the date on which the simulation begins.");
        return std::optional<Calendar>();
    }
    const auto first = Date::parse_iso(TRY(object.text("starts")));
    if (!first || first->year() < 1900 || first->year() > 2150 || hours > longest)
        return scenario_error(object.where("starts"), "scenario.bad_start",
                              "{where} must be a date such as 2026-01-05, and length at most 20 years.");
    Calendar calendar{*first, TRY(days_off(object, *first, hours, facts)),
                      TRY(changes(object, *first, hours, facts))};
    std::sort(calendar.days_off.begin(), calendar.days_off.end());
    return std::optional(std::move(calendar));
}

} // namespace maerkbar::simulation
