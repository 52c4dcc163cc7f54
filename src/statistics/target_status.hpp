#pragma once

#include <optional>

#include "statistics/finite_population.hpp"
#include "statistics/intervals.hpp"

namespace maerkbar::statistics {

// "80 % of the users are satisfied": the answers show it, show the contrary, or are too few to tell.
enum class TargetStatus { met, not_met, undecided };

// The answers stand for many more people than gave them.
struct TargetTest {
    // Exact binomial p-values if the true share were the target. Two-sided as R's binom.test: all counts at
    // most as probable as the one seen.
    double p_greater = missing; // P(X >= count)
    double p_less = missing;    // P(X <= count)
    double p_two_sided = missing;
    Interval one_sided; // Wilson's limits, each of 95 % by itself
    // met where the lower limit reaches the target, not met where the upper stays below it.
    TargetStatus status = TargetStatus::undecided;
};
// `target` is a share of 0 to 1: at least as many are to say yes.
TargetTest test_target(Share share, double target);

// The answers come from a known population, and only its members matter.
struct PopulationTargetTest {
    std::int64_t needed = 0;      // of the population, to keep the target
    std::int64_t certain_min = 0; // who have said yes
    std::int64_t certain_max = 0; // who have not said no
    // P(X >= count) if one too few said yes, P(X <= count) if just enough did (hypergeometric); 0 where the
    // answers rule that number out.
    double p_if_just_below = 0;
    double p_if_just_at = 0;
    // met if the first is below 5 %, not met if the second is.
    TargetStatus status = TargetStatus::undecided;
};
PopulationTargetTest test_target(const PopulationShare& share, double target);

// The fewest "yes" of `answers` that show the target to be met; nothing if not even all would.
std::optional<std::int64_t> fewest_to_meet(std::int64_t answers, double target);
std::optional<std::int64_t> fewest_to_meet(std::int64_t answers, std::int64_t population, double target);

} // namespace maerkbar::statistics
