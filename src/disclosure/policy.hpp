#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "base/date.hpp"
#include "base/result.hpp"

namespace maerkbar::disclosure {

// The fewest answers that each kind of output needs. The defaults are what Nordic programmes use (LUP 5,
// Ennova 20 and a difference of 3).
struct Minimums {
    std::int64_t mean = 5; // means, shares and counts
    std::int64_t distribution = 8;
    std::int64_t split = 10; // by a breakdown
    std::int64_t comments = 10;
    std::int64_t sensitive = 20;
    std::int64_t difference = 3; // between two groups of which one holds the other
    std::int64_t sensitive_difference = 10;

    bool operator==(const Minimums&) const = default;
};

// Who answers for going below the defaults, and why: entered in the audit trail by the caller before use.
struct LoweringDecision {
    std::string decided_by;
    Date decided_on;
    std::string reason;
};

// Minimums that may be used: raised freely, lowered only with a decision, and never below three, where two
// could compute the third.
class Policy {
  public:
    static constexpr std::int64_t lowest = 3;

    Policy() = default;
    static Result<Policy> make(const Minimums& minimums, std::optional<LoweringDecision> decision = {});

    [[nodiscard]] const Minimums& minimums() const { return minimums_; }
    [[nodiscard]] const std::optional<LoweringDecision>& decision() const { return decision_; }

  private:
    Minimums minimums_;
    std::optional<LoweringDecision> decision_;
};

// What one kind of output asks of every group that is shown, and of every group that can be computed from
// those.
struct Thresholds {
    std::int64_t whole = 5;      // all answers of some units and periods
    std::int64_t split = 10;     // parts of them
    std::int64_t difference = 3; // what is computed, not shown itself
};

enum class Output { mean, distribution, comments };
enum class Sensitivity { ordinary, sensitive };
[[nodiscard]] Thresholds thresholds(const Policy& policy, Output output, Sensitivity sensitivity);

} // namespace maerkbar::disclosure
