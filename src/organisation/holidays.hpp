#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "base/date.hpp"

namespace maerkbar::organisation {

enum class Country { denmark, norway };
[[nodiscard]] std::string_view code_of(Country country); // "DK", "NO"
[[nodiscard]] std::optional<Country> country_coded(std::string_view code);

struct Holiday {
    Date day;
    std::string_view name; // an English gettext key
    auto operator<=>(const Holiday&) const = default;
};

// Easter Sunday of a Gregorian year (the anonymous algorithm, J.-M. Oudin 1940; Meeus, Astronomical
// Algorithms, ch. 8).
[[nodiscard]] Date easter(int year);

// The public holidays of a year in order of day. Denmark's Great Prayer Day ended with 2023 (lov nr. 214 of 6
// March 2023). Days off by agreement (1 May and 5 June in Denmark, Christmas Eve) are closing days that a
// municipality enters itself.
[[nodiscard]] std::vector<Holiday> holidays(Country country, int year);
// The holiday on that day, if there is one.
[[nodiscard]] std::optional<Holiday> holiday_on(Country country, Date day);

} // namespace maerkbar::organisation
