#include "statistics/ordinal_difference.hpp"

#include <cstdlib>
#include <vector>

#include "statistics/distributions.hpp"

namespace maerkbar::statistics {

namespace {

struct Groups {
    ScaleCounts before;
    ScaleCounts after;
    std::int64_t n_before = 0;
    std::int64_t n_after = 0;

    [[nodiscard]] std::int64_t all() const { return n_before + n_after; }
};

// Twice U, which is whole also with ties.
std::int64_t doubled_u(const Groups& groups) {
    std::int64_t below = 0;
    std::int64_t sum = 0;
    for (std::size_t i = 0; i < groups.before.size(); ++i) {
        sum += groups.after[i] * (2 * below + groups.before[i]);
        below += groups.before[i];
    }
    return sum;
}

double variance_of_u(const Groups& groups) {
    const double n = static_cast<double>(groups.all());
    double ties = 0;
    for (std::size_t i = 0; i < groups.before.size(); ++i) {
        const double tied = static_cast<double>(groups.before[i] + groups.after[i]);
        ties += tied * tied * tied - tied;
    }
    return static_cast<double>(groups.n_before) * static_cast<double>(groups.n_after) / 12 *
           (n + 1 - ties / (n * (n - 1)));
}

double choose(std::int64_t n, std::int64_t k) {
    double ways = 1;
    for (std::int64_t i = 1; i <= k; ++i)
        ways = ways * static_cast<double>(n - k + i) / static_cast<double>(i);
    return ways;
}

// In how many ways can `taken` of the answers on the steps so far form the group "after" with a doubled rank
// sum?
class WaysToRankSum {
  public:
    explicit WaysToRankSum(const Groups& groups)
        : groups_(groups),
          sums_(static_cast<std::size_t>(2 * groups.all() * (groups.all() + 1) / 2 + 1)),
          ways_((static_cast<std::size_t>(groups.n_after) + 1) * sums_, 0.0) {
        ways_[0] = 1;
        std::int64_t below = 0;
        for (std::size_t i = 0; i < groups.before.size(); ++i) {
            const auto tied = groups.before[i] + groups.after[i];
            add_step(tied, 2 * below + tied + 1);
            below += tied;
        }
    }
    // The share of ways whose doubled rank sum lies at least as far from its mean as this one.
    [[nodiscard]] double at_least_as_far(std::int64_t doubled_rank_sum) const {
        const auto mean = groups_.n_after * (groups_.all() + 1);
        const auto distance = std::llabs(doubled_rank_sum - mean);
        const auto row = static_cast<std::size_t>(groups_.n_after) * sums_;
        double far = 0;
        double all = 0;
        for (std::size_t sum = 0; sum < sums_; ++sum) {
            all += ways_[row + sum];
            if (std::llabs(static_cast<std::int64_t>(sum) - mean) >= distance) far += ways_[row + sum];
        }
        return far / all;
    }

  private:
    // `tied` answers that share a doubled rank; from many to few, so that each is used once.
    void add_step(std::int64_t tied, std::int64_t doubled_rank) {
        for (auto taken = groups_.n_after; taken > 0; --taken)
            for (std::int64_t here = 1; here <= std::min(tied, taken); ++here) {
                const double ways = choose(tied, here);
                const auto shift = static_cast<std::size_t>(here * doubled_rank);
                const auto to = static_cast<std::size_t>(taken) * sums_;
                const auto from = static_cast<std::size_t>(taken - here) * sums_;
                for (std::size_t sum = shift; sum < sums_; ++sum)
                    ways_[to + sum] += ways * ways_[from + sum - shift];
            }
    }

    const Groups& groups_;
    std::size_t sums_;
    std::vector<double> ways_;
};

void test_normal(const Groups& groups, OrdinalDifference& result) {
    const double apart =
        result.u_after - static_cast<double>(groups.n_before) * static_cast<double>(groups.n_after) / 2;
    const double deviation = std::sqrt(variance_of_u(groups));
    if (!(deviation > 0)) return;
    result.p_asymptotic = normal_two_sided(apart / deviation);
    result.p_asymptotic_corrected = normal_two_sided(std::max(0.0, std::fabs(apart) - 0.5) / deviation);
}

} // namespace

OrdinalDifference compare_ordinal(ScaleCounts before, ScaleCounts after) {
    OrdinalDifference result;
    const Groups groups{before, after, answers_on(before), answers_on(after)};
    if (groups.n_before == 0 || groups.n_after == 0 || before.size() != after.size()) return result;
    const auto doubled = doubled_u(groups);
    const double pairs = static_cast<double>(groups.n_before) * static_cast<double>(groups.n_after);
    result.u_after = static_cast<double>(doubled) / 2;
    result.probability_after = result.u_after / pairs;
    result.cliffs_delta = 2 * result.probability_after - 1;
    test_normal(groups, result);
    if (groups.all() <= most_exact_answers)
        result.p_exact =
            WaysToRankSum(groups).at_least_as_far(doubled + groups.n_after * (groups.n_after + 1));
    return result;
}

} // namespace maerkbar::statistics
