#include "base/period.hpp"

#include <array>
#include <cstdio>

namespace maerkbar {

namespace {

constexpr std::array<std::string_view, 6> names = {"day", "week", "month", "quarter", "tertial", "year"};

int months_in(PeriodKind kind) {
    switch (kind) {
        case PeriodKind::month:
            return 1;
        case PeriodKind::quarter:
            return 3;
        case PeriodKind::tertial:
            return 4;
        case PeriodKind::year:
            return 12;
        default:
            return 0;
    }
}

int month_index(Date date) {
    return date.year() * 12 + date.month() - 1;
}

Date first_of_month(int index) {
    return *Date::from(index / 12, index % 12 + 1, 1);
}

Period step(Period period, int count) {
    if (period.kind == PeriodKind::day) return {period.kind, period.first + count};
    if (period.kind == PeriodKind::week) return {period.kind, period.first + 7 * count};
    return {period.kind, first_of_month(month_index(period.first) + months_in(period.kind) * count)};
}

std::optional<int> number_in(std::string_view text) {
    if (text.empty() || text.size() > 4) return std::nullopt;
    int number = 0;
    for (const char c : text) {
        if (c < '0' || c > '9') return std::nullopt;
        number = number * 10 + (c - '0');
    }
    return number;
}

std::optional<Period> parse_week(int year, int week) {
    const auto fourth = Date::from(year, 1, 4); // always in week 1
    if (!fourth || week < 1) return std::nullopt;
    const Period period = step(Period::containing(PeriodKind::week, *fourth), week - 1);
    if (period.year() != year) return std::nullopt;
    return period;
}

std::optional<Period> parse_months(PeriodKind kind, int year, int number) {
    const int length = months_in(kind);
    if (number < 1 || number > 12 / length) return std::nullopt;
    const auto first = Date::from(year, (number - 1) * length + 1, 1);
    if (!first) return std::nullopt;
    return Period{kind, *first};
}

} // namespace

Period Period::containing(PeriodKind kind, Date day) {
    if (kind == PeriodKind::day) return {kind, day};
    if (kind == PeriodKind::week) return {kind, day - (day.weekday() - 1)};
    const int index = month_index(day);
    return {kind, first_of_month(index - (index % 12) % months_in(kind))};
}

Period Period::next() const {
    return step(*this, 1);
}

Period Period::previous() const {
    return step(*this, -1);
}

Date Period::last() const {
    return next().first - 1;
}

int Period::year() const {
    return kind == PeriodKind::week ? (first + 3).year() : first.year(); // the Thursday decides
}

int Period::number() const {
    if (kind == PeriodKind::day) return first - *Date::from(first.year(), 1, 1) + 1;
    if (kind == PeriodKind::week) return ((first + 3) - *Date::from(year(), 1, 1)) / 7 + 1;
    return (first.month() - 1) / months_in(kind) + 1;
}

std::string Period::code() const {
    if (kind == PeriodKind::day) return first.iso();
    if (kind == PeriodKind::month) return first.iso().substr(0, 7);
    char buffer[16];
    const char letter = kind == PeriodKind::quarter ? 'Q' : 'T';
    int length = 0;
    if (kind == PeriodKind::year)
        length = std::snprintf(buffer, sizeof buffer, "%04d", year());
    else if (kind == PeriodKind::week)
        length = std::snprintf(buffer, sizeof buffer, "%04d-W%02d", year(), number());
    else
        length = std::snprintf(buffer, sizeof buffer, "%04d-%c%d", year(), letter, number());
    return std::string(buffer, static_cast<std::size_t>(length));
}

std::optional<Period> Period::parse(std::string_view code) {
    if (code.size() == 10) {
        const auto date = Date::parse_iso(code);
        if (!date) return std::nullopt;
        return Period{PeriodKind::day, *date};
    }
    if (code.size() < 4) return std::nullopt;
    const auto year = number_in(code.substr(0, 4));
    if (!year) return std::nullopt;
    if (code.size() == 4) return parse_months(PeriodKind::year, *year, 1);
    if (code.size() < 7 || code[4] != '-') return std::nullopt;
    const auto tail = code.substr(6);
    const auto number = number_in(tail);
    if (code[5] == 'W' && tail.size() == 2 && number) return parse_week(*year, *number);
    if (code[5] == 'Q' && tail.size() == 1 && number)
        return parse_months(PeriodKind::quarter, *year, *number);
    if (code[5] == 'T' && tail.size() == 1 && number)
        return parse_months(PeriodKind::tertial, *year, *number);
    const auto month = number_in(code.substr(5));
    if (code.size() != 7 || !month) return std::nullopt;
    return parse_months(PeriodKind::month, *year, *month);
}

std::string_view name_of(PeriodKind kind) {
    return names[static_cast<std::size_t>(kind)];
}

std::optional<PeriodKind> period_kind(std::string_view name) {
    for (std::size_t i = 0; i < names.size(); ++i)
        if (names[i] == name) return static_cast<PeriodKind>(i);
    return std::nullopt;
}

int distance(Period from, Period to) {
    if (from.kind == PeriodKind::day) return to.first - from.first;
    if (from.kind == PeriodKind::week) return (to.first - from.first) / 7;
    return (month_index(to.first) - month_index(from.first)) / months_in(from.kind);
}

} // namespace maerkbar
