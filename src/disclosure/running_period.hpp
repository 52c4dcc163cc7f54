#pragma once

#include <cstdint>

namespace maerkbar::disclosure {

// A period that is not over is shown in steps: nothing until there are `minimum` answers, and then always the
// newest multiple of at least `minimum` new ones, so that two looks never differ by fewer. Returns how many
// of the answers, in the order of arrival, are shown now, given how many were shown at the last look; never
// fewer than those. The same holds on the day the period ends: what is left over, fewer than `minimum`, is
// shown only within a longer period, if the ledger allows it.
inline std::int64_t shown_of_running(std::int64_t answers, std::int64_t shown_before, std::int64_t minimum) {
    return answers - shown_before >= minimum ? answers : shown_before;
}

} // namespace maerkbar::disclosure
