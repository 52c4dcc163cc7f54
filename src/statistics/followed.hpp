#pragma once

#include <algorithm>
#include <cmath>
#include <span>
#include <vector>

#include "base/result.hpp"

// What every computation on followed cases does first. Not for other modules.
namespace maerkbar::statistics {

inline Error bad_time() {
    return {ErrorKind::invalid,
            "survival.bad_time",
            "A case cannot last less than nothing. Leave out cases that end before they begin.",
            {},
            "time"};
}

// For anything with a member `time`.
template <typename Case>
Result<void> check_times(std::span<const Case> cases) {
    const bool good = std::all_of(cases.begin(), cases.end(), [](const Case& followed) {
        return std::isfinite(followed.time) && followed.time >= 0;
    });
    if (!good) return bad_time();
    return {};
}

template <typename Case>
std::vector<Case> by_time(std::span<const Case> cases) {
    std::vector<Case> sorted(cases.begin(), cases.end());
    std::stable_sort(sorted.begin(), sorted.end(),
                     [](const Case& a, const Case& b) { return a.time < b.time; });
    return sorted;
}

} // namespace maerkbar::statistics
