#include "statistics/paired_ordinal.hpp"

#include <algorithm>
#include <cstdlib>
#include <numeric>
#include <vector>

#include "statistics/distributions.hpp"
#include "statistics/ranks.hpp"

namespace maerkbar::statistics {

namespace {

// Ranks of those who changed, doubled so that they are whole.
struct SignedRanks {
    std::vector<std::int64_t> ranks;
    std::int64_t positive = 0; // their sum over improvements
};

enum class Zeros { dropped, ranked };

SignedRanks signed_ranks(const std::vector<double>& changes, Zeros zeros) {
    std::vector<double> used;
    for (const double change : changes)
        if (change != 0 || zeros == Zeros::ranked) used.push_back(change);
    std::vector<double> sizes(used.size());
    std::transform(used.begin(), used.end(), sizes.begin(), [](double change) { return std::fabs(change); });
    const auto ranks = doubled_ranks(sizes);
    SignedRanks result;
    for (std::size_t i = 0; i < used.size(); ++i) {
        if (used[i] == 0) continue;
        result.ranks.push_back(ranks[i]);
        result.positive += used[i] > 0 ? ranks[i] : 0;
    }
    return result;
}

// Each rank counts or not with probability 1/2: how probable is a sum as far from its mean?
double exact_p(const SignedRanks& data) {
    if (data.ranks.size() > most_exact_pairs) return missing;
    const auto most = std::accumulate(data.ranks.begin(), data.ranks.end(), std::int64_t{0});
    std::vector<double> probability(static_cast<std::size_t>(most) + 1, 0.0);
    probability[0] = 1;
    for (const auto rank : data.ranks)
        for (auto sum = probability.size(); sum-- > 0;) {
            const auto step = static_cast<std::size_t>(rank);
            probability[sum] = (probability[sum] + (sum >= step ? probability[sum - step] : 0)) / 2;
        }
    const auto distance = std::llabs(2 * data.positive - most);
    double far = 0;
    for (std::size_t sum = 0; sum < probability.size(); ++sum)
        if (std::llabs(2 * static_cast<std::int64_t>(sum) - most) >= distance) far += probability[sum];
    return std::min(1.0, far);
}

// Σ rank² / 4 is the variance of the sum, ties included.
void test_normal(const SignedRanks& data, PairedOrdinal& result) {
    if (data.ranks.empty()) return;
    double mean = 0;
    double variance = 0;
    for (const auto doubled : data.ranks) {
        const double rank = static_cast<double>(doubled) / 2;
        mean += rank / 2;
        variance += rank * rank / 4;
    }
    result.v = static_cast<double>(data.positive) / 2;
    const double apart = std::fabs(result.v - mean);
    result.p_wilcoxon = normal_two_sided(apart / std::sqrt(variance));
    result.p_wilcoxon_corrected = normal_two_sided(std::max(0.0, apart - 0.5) / std::sqrt(variance));
}

void test_mean(const std::vector<double>& changes, PairedOrdinal& result) {
    const double n = static_cast<double>(changes.size());
    result.mean_change = mean(changes);
    result.standard_deviation = standard_deviation(changes);
    if (!(result.standard_deviation > 0)) return;
    const double error = result.standard_deviation / std::sqrt(n);
    const double reach = t_reach(0.95, n - 1) * error;
    result.interval = {result.mean_change - reach, result.mean_change + reach};
    result.p_t = t_two_sided(result.mean_change / error, n - 1);
}

} // namespace

PairedOrdinal compare_paired_ordinal(std::span<const double> before, std::span<const double> after) {
    PairedOrdinal result;
    std::vector<double> changes;
    for (std::size_t i = 0; i < before.size(); ++i)
        changes.push_back(after[i] - before[i]);
    for (const double change : changes)
        ++(change > 0 ? result.improved : change < 0 ? result.worsened : result.unchanged);
    result.pairs = changes.size();
    if (changes.empty()) return result;
    test_mean(changes, result);
    const double changed = static_cast<double>(result.improved + result.worsened);
    const double fewer = static_cast<double>(std::min(result.improved, result.worsened));
    result.p_sign = changed == 0 ? 1 : std::min(1.0, 2 * binomial_at_most(fewer, changed, 0.5));
    const auto dropped = signed_ranks(changes, Zeros::dropped);
    test_normal(dropped, result);
    result.p_wilcoxon_exact = exact_p(dropped);
    result.p_pratt_exact = exact_p(signed_ranks(changes, Zeros::ranked));
    return result;
}

} // namespace maerkbar::statistics
