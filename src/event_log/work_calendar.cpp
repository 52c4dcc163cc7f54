#include "event_log/work_calendar.hpp"

#include <algorithm>
#include <charconv>
#include <optional>
#include <string>

namespace maerkbar::event_log {

namespace {

constexpr int minutes_a_day = 1440;

Error bad_hours(std::string_view text) {
    return {ErrorKind::invalid,
            "event_log.office_hours",
            "\"{text}\" are no office hours. Write them like mon-fri:08-16 or mon-thu:08:30-15:30,fri:08-12.",
            {{"text", std::string(text)}}};
}

// The text up to the mark; `text` is what follows it.
std::string_view take_until(std::string_view& text, char mark) {
    const auto found = text.find(mark);
    const auto front = text.substr(0, found);
    text = found == text.npos ? std::string_view() : text.substr(found + 1);
    return front;
}

std::optional<std::size_t> weekday(std::string_view text) {
    constexpr std::array<std::string_view, 7> names{"mon", "tue", "wed", "thu", "fri", "sat", "sun"};
    const auto found = std::ranges::find(names, text);
    if (found == names.end()) return std::nullopt;
    return static_cast<std::size_t>(found - names.begin());
}

std::optional<int> number(std::string_view text) {
    int out = 0;
    const auto [end, fault] = std::from_chars(text.data(), text.data() + text.size(), out);
    if (fault != std::errc() || end != text.data() + text.size() || text.size() > 2 || out < 0)
        return std::nullopt;
    return out;
}

// "08" or "08:30".
std::optional<int> minute_of_day(std::string_view text) {
    const auto hour = number(take_until(text, ':'));
    const auto minute = text.empty() ? std::optional(0) : number(text);
    if (!hour || !minute || *minute > 59) return std::nullopt;
    const int out = *hour * 60 + *minute;
    return out <= minutes_a_day ? std::optional(out) : std::nullopt;
}

// "mon-fri:08-16" or "sat:10-12".
bool add_entry(std::string_view entry, OfficeHours& hours) {
    auto days = take_until(entry, ':');
    const auto first = weekday(take_until(days, '-'));
    const auto last = days.empty() ? first : weekday(days);
    const auto from = minute_of_day(take_until(entry, '-'));
    const auto to = minute_of_day(entry);
    if (!first || !last || !from || !to || *last < *first || *to <= *from) return false;
    for (auto day = *first; day <= *last; ++day)
        hours.days.at(day).push_back({*from, *to});
    return true;
}

bool overlap(std::vector<OfficeHours::Stretch>& day) {
    std::ranges::sort(day, {}, &OfficeHours::Stretch::from);
    for (std::size_t i = 1; i < day.size(); ++i)
        if (day[i].from < day[i - 1].to) return true;
    return false;
}

} // namespace

Result<OfficeHours> OfficeHours::parse(std::string_view text) {
    OfficeHours hours;
    for (auto rest = text; !rest.empty();)
        if (!add_entry(take_until(rest, ','), hours)) return bad_hours(text);
    if (text.empty() || std::ranges::any_of(hours.days, overlap)) return bad_hours(text);
    return hours;
}

WorkCalendar::WorkCalendar(const OfficeHours& hours, const Zone& zone, std::span<const Date> days_off,
                           Milliseconds first, Milliseconds last) {
    std::vector<Date> off(days_off.begin(), days_off.end());
    std::ranges::sort(off);
    const auto moment = [&zone](Date day, int minute) {
        return zone.from_local(Milliseconds{day.days} * day_ms + minute * minute_ms).instant;
    };
    Milliseconds before = 0;
    const auto end = zone.local_day(last);
    for (auto day = zone.local_day(first); day <= end; day = day + 1) {
        if (std::ranges::binary_search(off, day)) continue;
        for (const auto& stretch : hours.days.at(static_cast<std::size_t>(day.weekday() - 1))) {
            const Opening opening{moment(day, stretch.from), moment(day, stretch.to), before};
            before += opening.to - opening.from;
            openings_.push_back(opening);
        }
    }
}

Milliseconds WorkCalendar::until(Milliseconds moment) const {
    const auto after = std::ranges::upper_bound(openings_, moment, {}, &Opening::from);
    if (after == openings_.begin()) return 0;
    const auto& opening = *std::prev(after);
    return opening.before + std::min(moment, opening.to) - opening.from;
}

Milliseconds WorkCalendar::between(Milliseconds from, Milliseconds to) const {
    return to > from ? until(to) - until(from) : 0;
}

} // namespace maerkbar::event_log
