#pragma once

#include <optional>

#include "base/result.hpp"
#include "simulation/erlang.hpp"

namespace maerkbar::simulation {

// What waiting is allowed. All that are given must hold.
struct WaitTarget {
    double share = 0.8; // served within `time`
    double time = 0;
    std::optional<double> mean_wait = {};
};

// How many people it takes; with a patience by Erlang A (answered within T, of all who came), otherwise by
// Erlang C. Errors: as check(); "queue.bad_target" where the share is not between 0 and 1 or the time is
// below zero; "queue.target_out_of_reach" where not even most_servers are enough.
[[nodiscard]] Result<int> servers_needed(const Load& load, const WaitTarget& target,
                                         std::optional<double> mean_patience = {});

// How many must be on the roster for `servers` to be at their place, when a share of the time goes to leave,
// meetings and training (0 <= shrinkage < 1): rounded up, but 7 of 70 % are 10, not 11.
[[nodiscard]] int scheduled(int servers, double shrinkage);

} // namespace maerkbar::simulation
