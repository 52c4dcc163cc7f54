#pragma once

#include <map>
#include <mutex>
#include <string>
#include <string_view>

#include "base/clock.hpp"
#include "base/strong_id.hpp"

namespace maerkbar::feedback {

// Slows a flood of messages from the public page. A municipality has an allowance that fills up again by
// itself; only while it runs low is it looked at who sends much, so that a library where many write from one
// address is not held back on an ordinary day, and one address cannot use up what all the others need.
// Kept in memory; a restart forgives.
class FloodBrake {
  public:
    static constexpr int most_in_all = 60; // at once; then one each `refill_in_all`
    static constexpr std::chrono::seconds refill_in_all{30};
    static constexpr int runs_low = 30;        // below it, addresses are looked at
    static constexpr int most_of_address = 10; // then one each `refill_of_address`
    static constexpr std::chrono::seconds refill_of_address{120};

    // Whether one more message may be taken now; it counts where it may.
    [[nodiscard]] bool take(TenantId tenant, std::string_view address, Instant now);

  private:
    struct Allowance {
        double left = 0;
        Instant at = {};
    };
    using Key = std::pair<TenantId, std::string>;

    std::mutex mutex_;
    std::map<TenantId, Allowance> in_all_;
    std::map<Key, Allowance> of_address_;
};

} // namespace maerkbar::feedback
