#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "base/date.hpp"

// What may leave of single answers where nobody is to be recognised (docs/adr, “Answers leave in closed
// groups”). Pure.
namespace maerkbar::surveys {

// One answer as the rules see it.
struct Candidate {
    std::int64_t place = 0; // unit and contact point: answers of different places are never grouped together
    Date week;              // Monday of the week in which it came
};

// The weeks from first to last, both by their Mondays.
struct WeekSpan {
    Date first;
    Date last;
    bool operator==(const WeekSpan&) const = default;
};

// For each candidate the span of weeks it goes out with; nothing where it must wait. Weeks of one place are
// joined until `minimum` answers are there; a span that is closed never changes when more answers come. Weeks
// that begin on or after `running` (the Monday of the present week) wait.
[[nodiscard]] std::vector<std::optional<WeekSpan>> closed_spans(std::span<const Candidate> candidates,
                                                                Date running, std::int64_t minimum);

// Background that others may know about a person (age, language …), by row and column. Values that fewer than
// `minimum` rows of one group have together with the columns before are withheld, and where the withheld ones
// are fewer than `minimum` themselves, the next rarest value with them. Afterwards every combination of
// values in a group, “withheld” counted as one, is shared by at least `minimum` rows. Groups must hold at
// least that many. Each group is decided by itself, so a group that is out is not changed by others.
using Background = std::vector<std::vector<std::string>>; // rows of the same number of values
void withhold_rare(Background& rows, std::span<const std::int64_t> groups, std::int64_t minimum);
inline constexpr std::string_view withheld = "*";

// A number as the band it lies in: bands of 1, 2, 5, 10, 20 … so that at most ten cover `least` to `most`; of
// ten where there are no limits. “60–69”.
[[nodiscard]] std::string band_of(double number, std::optional<double> least, std::optional<double> most);

} // namespace maerkbar::surveys
