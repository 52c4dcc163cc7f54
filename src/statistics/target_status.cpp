#include "statistics/target_status.hpp"

#include "statistics/distributions.hpp"
#include "statistics/hypergeometric.hpp"

namespace maerkbar::statistics {

namespace {

constexpr double level = 0.05;
// Both limits of a two-sided 90 % interval are one-sided 95 % limits.
constexpr double two_sided_for_one = 1 - 2 * level;
// Rounding must not turn 0.07 of 100 into eight.
constexpr double rounding = 1e-9;

double two_sided(Share share, double target) {
    const double seen = binomial_exactly(share.count, share.n, target) * (1 + 1e-7);
    double sum = 0;
    for (double count = 0; count <= share.n; ++count) {
        const double probability = binomial_exactly(count, share.n, target);
        sum += probability <= seen ? probability : 0;
    }
    return std::min(1.0, sum);
}

} // namespace

TargetTest test_target(Share share, double target) {
    TargetTest test;
    if (!(share.n > 0)) return test;
    test.p_greater = binomial_at_least(share.count, share.n, target);
    test.p_less = binomial_at_most(share.count, share.n, target);
    test.p_two_sided = two_sided(share, target);
    test.one_sided = wilson(share, two_sided_for_one);
    if (test.one_sided.lower >= target)
        test.status = TargetStatus::met;
    else if (test.one_sided.upper < target)
        test.status = TargetStatus::not_met;
    return test;
}

PopulationTargetTest test_target(const PopulationShare& share, double target) {
    PopulationTargetTest test;
    test.needed =
        static_cast<std::int64_t>(std::ceil(target * static_cast<double>(share.population) - rounding));
    test.certain_min = share.count;
    test.certain_max = share.population - (share.answers - share.count);
    const auto asked = [&](std::int64_t yes) {
        return Hypergeometric({share.population, yes, share.answers});
    };
    if (test.needed >= 1) test.p_if_just_below = asked(test.needed - 1).at_least(share.count);
    if (test.needed <= share.population) test.p_if_just_at = asked(test.needed).at_most(share.count);
    if (test.p_if_just_below < level)
        test.status = TargetStatus::met;
    else if (test.p_if_just_at < level)
        test.status = TargetStatus::not_met;
    return test;
}

std::optional<std::int64_t> fewest_to_meet(std::int64_t answers, double target) {
    const double n = static_cast<double>(answers);
    for (std::int64_t count = 0; count <= answers; ++count)
        if (wilson({static_cast<double>(count), n}, two_sided_for_one).lower >= target) return count;
    return std::nullopt;
}

std::optional<std::int64_t> fewest_to_meet(std::int64_t answers, std::int64_t population, double target) {
    for (std::int64_t count = 0; count <= answers; ++count)
        if (test_target(PopulationShare{count, answers, population}, target).status == TargetStatus::met)
            return count;
    return std::nullopt;
}

} // namespace maerkbar::statistics
