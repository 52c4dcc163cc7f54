#include "organisation/holidays.hpp"

#include <algorithm>

#include "base/translatable.hpp"

namespace maerkbar::organisation {
namespace {

constexpr int last_prayer_day_year = 2023;

Date on(int year, int month, int day) {
    return Date::from(year, month, day).value();
}

} // namespace

std::string_view code_of(Country country) {
    return country == Country::denmark ? "DK" : "NO";
}

std::optional<Country> country_coded(std::string_view code) {
    if (code == "DK") return Country::denmark;
    if (code == "NO") return Country::norway;
    return std::nullopt;
}

Date easter(int year) {
    const int a = year % 19;
    const int b = year / 100, c = year % 100;
    const int d = b / 4, e = b % 4;
    const int f = (b + 8) / 25;
    const int g = (b - f + 1) / 3;
    const int h = (19 * a + b - d - g + 15) % 30;
    const int i = c / 4, k = c % 4;
    const int l = (32 + 2 * e + 2 * i - h - k) % 7;
    const int m = (a + 11 * h + 22 * l) / 451;
    const int days = h + l - 7 * m + 114;
    return on(year, days / 31, days % 31 + 1);
}

std::vector<Holiday> holidays(Country country, int year) {
    const auto sunday = easter(year);
    std::vector<Holiday> found = {
        {on(year, 1, 1), translatable("New Year's Day")},
        {sunday - 3, translatable("Maundy Thursday")},
        {sunday - 2, translatable("Good Friday")},
        {sunday, translatable("Easter Sunday")},
        {sunday + 1, translatable("Easter Monday")},
        {sunday + 39, translatable("Ascension Day")},
        {sunday + 49, translatable("Whit Sunday")},
        {sunday + 50, translatable("Whit Monday")},
        {on(year, 12, 25), translatable("Christmas Day")},
        {on(year, 12, 26), translatable("Second day of Christmas")},
    };
    if (country == Country::denmark && year <= last_prayer_day_year)
        found.push_back({sunday + 26, translatable("Great Prayer Day")});
    if (country == Country::norway) {
        found.push_back({on(year, 5, 1), translatable("Labour Day")});
        found.push_back({on(year, 5, 17), translatable("Constitution Day")});
    }
    std::ranges::sort(found);
    return found;
}

std::optional<Holiday> holiday_on(Country country, Date day) {
    const auto year = holidays(country, day.year());
    const auto found = std::ranges::find(year, day, &Holiday::day);
    return found == year.end() ? std::nullopt : std::optional{*found};
}

} // namespace maerkbar::organisation
