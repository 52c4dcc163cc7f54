#include "event_log/zone.hpp"

#include <unicode/basictz.h>
#include <unicode/timezone.h>
#include <unicode/tztrans.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <memory>

namespace maerkbar::event_log {

namespace {

constexpr Milliseconds year_1850 = -43'829 * day_ms;
constexpr Milliseconds year_2150 = 65'744 * day_ms;

Error unknown_zone(std::string_view name) {
    return {ErrorKind::invalid,
            "event_log.zone",
            "There is no time zone called {zone}. Write it like Europe/Copenhagen, Europe/Oslo or UTC.",
            {{"zone", std::string(name)}}};
}

Milliseconds offset_of(const icu::TimeZoneRule& rule) {
    return Milliseconds{rule.getRawOffset()} + rule.getDSTSavings();
}

} // namespace

Result<Zone> Zone::named(std::string_view name) {
    const auto wanted = icu::UnicodeString::fromUTF8({name.data(), static_cast<std::int32_t>(name.size())});
    const std::unique_ptr<icu::TimeZone> zone(icu::TimeZone::createTimeZone(wanted));
    const auto* const rules = dynamic_cast<const icu::BasicTimeZone*>(zone.get());
    if (rules == nullptr || *zone == icu::TimeZone::getUnknown()) return unknown_zone(name);
    std::int32_t raw = 0;
    std::int32_t summer = 0;
    UErrorCode status = U_ZERO_ERROR;
    zone->getOffset(static_cast<UDate>(year_1850), 0, raw, summer, status);
    if (U_FAILURE(status) != 0) return unknown_zone(name);
    std::vector<Change> changes{{INT64_MIN, Milliseconds{raw} + summer}};
    icu::TimeZoneTransition next;
    for (auto at = static_cast<UDate>(year_1850); rules->getNextTransition(at, 0, next) != 0;
         at = next.getTime()) {
        if (next.getTime() > static_cast<UDate>(year_2150)) break;
        changes.push_back({static_cast<Milliseconds>(next.getTime()), offset_of(*next.getTo())});
    }
    return Zone(std::string(name), std::move(changes));
}

std::size_t Zone::change_at(Milliseconds instant) const {
    const auto after = std::ranges::upper_bound(changes_, instant, {}, &Change::from);
    return static_cast<std::size_t>(after - changes_.begin()) - 1;
}

Milliseconds Zone::offset_at(Milliseconds instant) const {
    return changes_.size() == 1 ? changes_[0].offset : changes_[change_at(instant)].offset;
}

// Around a change both offsets are tried. Zones change at most once in a day or two.
Zone::Moment Zone::from_local(Milliseconds wall) const {
    const auto before = offset_at(wall - day_ms);
    const auto after = offset_at(wall + day_ms);
    if (before == after) return {wall - before};
    const bool first = offset_at(wall - before) == before;
    const bool second = offset_at(wall - after) == after;
    if (first && second) return {wall - before, Certainty::twice};
    if (!first && !second) return {wall - before, Certainty::never};
    return {wall - (first ? before : after)};
}

Date Zone::local_day(Milliseconds instant) const {
    const auto wall = local(instant);
    const auto days = wall / day_ms - (wall % day_ms < 0 ? 1 : 0);
    return Date{static_cast<std::int32_t>(days)};
}

Milliseconds Zone::start_of(Date day) const {
    const auto midnight = from_local(Milliseconds{day.days} * day_ms);
    if (midnight.certainty != Certainty::never) return midnight.instant;
    // The change itself is the first moment of the day.
    return changes_[change_at(midnight.instant)].from;
}

} // namespace maerkbar::event_log
