#include "statistics/agreement.hpp"

#include <vector>

#include "statistics/distributions.hpp"

namespace maerkbar::statistics {

namespace {

// 1 - disagreement seen / disagreement by chance, by a weight of the difference.
template <typename Weight>
double weighted_kappa(std::span<const double> self, std::span<const double> proxy, Weight weight) {
    double seen = 0;
    double chance = 0;
    for (std::size_t i = 0; i < self.size(); ++i) {
        seen += weight(proxy[i] - self[i]);
        for (const double other : proxy)
            chance += weight(other - self[i]);
    }
    return finite_or_missing(1 - seen * static_cast<double>(self.size()) / chance);
}

template <typename Condition>
double share_of(const std::vector<double>& differences, Condition holds) {
    double count = 0;
    for (const double difference : differences)
        count += holds(std::fabs(difference)) ? 1 : 0;
    return count / static_cast<double>(differences.size());
}

} // namespace

Agreement agreement(std::span<const double> self, std::span<const double> proxy) {
    Agreement result;
    result.pairs = self.size();
    if (self.empty()) return result;
    std::vector<double> differences;
    for (std::size_t i = 0; i < self.size(); ++i)
        differences.push_back(proxy[i] - self[i]);
    result.same = share_of(differences, [](double apart) { return apart == 0; });
    result.within_one = share_of(differences, [](double apart) { return apart <= 1; });
    result.mean_difference = mean(differences);
    result.standard_deviation = standard_deviation(differences);
    const double reach = 1.96 * result.standard_deviation;
    result.limits = {result.mean_difference - reach, result.mean_difference + reach};
    result.kappa = weighted_kappa(self, proxy, [](double apart) { return apart == 0 ? 0.0 : 1.0; });
    result.kappa_linear = weighted_kappa(self, proxy, [](double apart) { return std::fabs(apart); });
    result.kappa_quadratic = weighted_kappa(self, proxy, [](double apart) { return apart * apart; });
    return result;
}

} // namespace maerkbar::statistics
