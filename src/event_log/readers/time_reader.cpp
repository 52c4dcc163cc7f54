#include "event_log/readers/time_reader.hpp"

#include <array>
#include <cstring>

#include "base/date.hpp"
#include "base/period.hpp"

namespace maerkbar::event_log {

namespace {

bool is_digit(char c) {
    return c >= '0' && c <= '9';
}

int two_digits(const char* at) {
    return (at[0] - '0') * 10 + (at[1] - '0');
}

// "13:05:09" at once, by arithmetic on its eight bytes: each is XORed with '0' or ':', and what is then above
// 9, or above 0 for a colon, carries into its highest bit. No value for anything else.
std::optional<Milliseconds> clock(const char* at) {
    constexpr std::uint64_t pattern = 0x30303a30303a3030ULL; // "00:00:00", least significant byte first
    constexpr std::uint64_t room = 0x76767f76767f7676ULL;
    std::uint64_t bytes = 0;
    std::memcpy(&bytes, at, sizeof bytes);
    const auto values = bytes ^ pattern;
    if ((((values + room) | values) & 0x8080808080808080ULL) != 0) return std::nullopt;
    const auto pair = [values](unsigned shift) {
        return static_cast<int>(((values >> shift) & 0xF) * 10 + ((values >> (shift + 8)) & 0xF));
    };
    const int hour = pair(0);
    const int minute = pair(24);
    const int second = pair(48);
    if (hour > 23 || minute > 59 || second > 59) return std::nullopt;
    return (hour * 3600 + minute * 60 + second) * second_ms;
}

// ".250" or ",25" at the front, in milliseconds; moves past it. Figures beyond the third are dropped.
std::optional<Milliseconds> take_fraction(std::string_view& rest) {
    if (rest.empty() || (rest[0] != '.' && rest[0] != ',')) return 0;
    constexpr std::array<int, 3> weights{100, 10, 1};
    Milliseconds out = 0;
    std::size_t at = 1;
    for (; at < rest.size() && is_digit(rest[at]); ++at)
        if (at <= weights.size()) out += weights.at(at - 1) * (rest[at] - '0');
    if (at == 1) return std::nullopt;
    rest.remove_prefix(at);
    return out;
}

// "Z", "+01:00", "+0100" or "+01" as all of `rest`.
std::optional<Milliseconds> offset(std::string_view rest) {
    if (rest == "Z" || rest == "z") return 0;
    if (rest.size() < 3 || (rest[0] != '+' && rest[0] != '-')) return std::nullopt;
    const bool minus = rest[0] == '-';
    rest.remove_prefix(1);
    const bool colon = rest.size() == 5 && rest[2] == ':';
    if (!colon && rest.size() != 4 && rest.size() != 2) return std::nullopt;
    for (std::size_t i = 0; i < rest.size(); ++i)
        if (!is_digit(rest[i]) && !(colon && i == 2)) return std::nullopt;
    const int hours = two_digits(rest.data());
    const int minutes = rest.size() == 2 ? 0 : two_digits(rest.data() + rest.size() - 2);
    if (hours > 18 || minutes > 59) return std::nullopt;
    const auto length = hours * hour_ms + minutes * minute_ms;
    return minus ? -length : length;
}

std::string_view without_space(std::string_view text) {
    while (!text.empty() && (text.front() == ' ' || text.front() == '\t'))
        text.remove_prefix(1);
    while (!text.empty() && (text.back() == ' ' || text.back() == '\t'))
        text.remove_suffix(1);
    return text;
}

// Seconds (10 figures) or milliseconds (13) since 1970, as systems export them.
std::optional<Milliseconds> since_1970(std::string_view text) {
    if (text.size() != 10 && text.size() != 13) return std::nullopt;
    Milliseconds out = 0;
    for (const char c : text) {
        if (!is_digit(c)) return std::nullopt;
        out = out * 10 + (c - '0');
    }
    return text.size() == 10 ? out * second_ms : out;
}

// The fraction behind the seconds of a time that parse_date has read without it.
Milliseconds fraction_after_clock(std::string_view text) {
    const auto colon = text.rfind(':');
    if (colon == text.npos || colon + 3 > text.size() || text.find(':') == colon) return 0;
    auto rest = text.substr(colon + 3);
    return take_fraction(rest).value_or(0);
}

} // namespace

std::optional<ReadTime> TimeReader::read(std::string_view text) {
    if (auto found = iso(text)) return found;
    const auto trimmed = without_space(text);
    if (trimmed.size() != text.size())
        if (auto found = iso(trimmed)) return found;
    return other(trimmed);
}

// "2026-11-22" at the front, as midnight.
std::optional<Milliseconds> TimeReader::iso_day(std::string_view text) {
    if (!is_digit(text[8]) || !is_digit(text[9])) return std::nullopt;
    const auto& month = iso_month(text);
    const int day = two_digits(text.data() + 8);
    if (day < 1 || day > month.days) return std::nullopt;
    return month.begin + (day - 1) * day_ms;
}

// "2026-11-" at the front; without days where there is no such month.
const TimeReader::Month& TimeReader::iso_month(std::string_view text) {
    std::uint64_t bytes = 0;
    std::memcpy(&bytes, text.data(), sizeof bytes);
    // The odd factor spreads years and months over the highest bits.
    auto& month = months_.at((bytes * 0x9e3779b97f4a7c15ULL) >> (64 - months_bits));
    if (month.text == bytes) return month;
    month = {bytes, 0, 0};
    if (const auto first = Date::parse_iso(std::string(text.substr(0, 8)) + "01")) {
        const auto last = Period::containing(PeriodKind::month, *first).last();
        month = {bytes, Milliseconds{first->days} * day_ms, last - *first + 1};
    }
    return month;
}

std::optional<ReadTime> TimeReader::iso(std::string_view text) {
    if (text.size() < 10) return std::nullopt;
    const auto midnight = iso_day(text);
    if (!midnight) return std::nullopt;
    if (text.size() == 10) return ReadTime{*midnight, true, false, Zone::Certainty::sure};
    if (text.size() < 16 || (text[10] != 'T' && text[10] != ' ')) return std::nullopt;
    Milliseconds wall = *midnight;
    auto rest = text.substr(16);
    if (text.size() >= 19 && text[16] == ':') {
        const auto time = clock(text.data() + 11);
        if (!time) return std::nullopt;
        rest = text.substr(19);
        const auto fraction = take_fraction(rest);
        if (!fraction) return std::nullopt;
        wall += *time + *fraction;
    } else {
        const std::array<char, 8> filled{text[11], text[12], text[13], text[14], text[15], ':', '0', '0'};
        const auto time = clock(filled.data());
        if (!time) return std::nullopt;
        wall += *time;
    }
    if (rest.empty()) return in_zone(wall);
    const auto ahead = offset(rest[0] == ' ' ? rest.substr(1) : rest);
    if (!ahead) return std::nullopt;
    return ReadTime{wall - *ahead};
}

std::optional<ReadTime> TimeReader::other(std::string_view text) {
    if (const auto moment = since_1970(text)) return ReadTime{*moment};
    const auto found = tables::parse_date(text, order_);
    if (!found || found->period.kind != PeriodKind::day) return std::nullopt;
    const auto midnight = Milliseconds{found->date().days} * day_ms;
    if (!found->second_of_day) return ReadTime{midnight, true, false, Zone::Certainty::sure};
    const auto wall = midnight + *found->second_of_day * second_ms + fraction_after_clock(text);
    if (found->utc_offset_minutes) return ReadTime{wall - *found->utc_offset_minutes * minute_ms};
    return in_zone(wall);
}

ReadTime TimeReader::in_zone(Milliseconds wall) {
    if (wall >= steady_from_ && wall < steady_to_) return {wall - steady_offset_, false, true};
    const auto moment = zone_.from_local(wall);
    // Two days around it with one offset: no change lies between them.
    if (zone_.offset_at(wall - 2 * day_ms) == zone_.offset_at(wall + 2 * day_ms)) {
        steady_from_ = wall - hour_ms;
        steady_to_ = wall + day_ms;
        steady_offset_ = wall - moment.instant;
    }
    return {moment.instant, false, true, moment.certainty};
}

} // namespace maerkbar::event_log
