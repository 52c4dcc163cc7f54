#pragma once

#include <cstddef>
#include <span>
#include <vector>

#include "base/result.hpp"
#include "statistics/survival.hpp"

namespace maerkbar::statistics {

// How a case was last seen: open, or ended in one of several ways numbered from 0 (decided, withdrawn,
// transferred …).
struct CaseEnding {
    static constexpr std::size_t still_open = static_cast<std::size_t>(-1);
    double time = 0;
    std::size_t ending = still_open;
};

// One way of ending after one time: the share of all cases that have ended so by then.
struct EndingShare {
    std::size_t ended = 0; // at this time
    double share = 0;
    double standard_error = 0;
};

struct EndingPoint {
    double time = 0;
    std::size_t at_risk = 0;
    double share_open = 1;
    std::vector<EndingShare> endings; // one a way
};

// The estimate of Aalen and Johansen (1978), by rising time: share_open and the shares of the endings add up
// to 1. Taking other endings for open cases, as Kaplan and Meier's would, counts a withdrawn case as one that
// is still going to be decided. Variance by the delta method (Dinse and Larson 1986), which is Greenwood's
// where there is one ending alone. Errors (invalid): a time below zero or not finite, an ending that is not
// below `ways`.
[[nodiscard]] Result<std::vector<EndingPoint>> ending_shares(std::span<const CaseEnding> cases,
                                                             std::size_t ways);

} // namespace maerkbar::statistics
