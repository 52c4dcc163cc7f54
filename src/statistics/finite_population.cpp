#include "statistics/finite_population.hpp"

#include <limits>

#include "statistics/distributions.hpp"
#include "statistics/hypergeometric.hpp"

namespace maerkbar::statistics {

namespace {

double real(std::int64_t value) {
    return static_cast<double>(value);
}

// The smallest M of (low, high] for which `holds`, knowing that it does for high and for all above such an M.
template <typename Condition>
std::int64_t first_that(std::int64_t low, std::int64_t high, Condition holds) {
    while (low < high) {
        const auto middle = low + (high - low) / 2;
        if (holds(middle))
            high = middle;
        else
            low = middle + 1;
    }
    return high;
}

} // namespace

double finite_correction(std::int64_t answers, std::int64_t population) {
    return population > 0 ? 1 - real(answers) / real(population) : missing;
}

double share_standard_error(const PopulationShare& share) {
    if (share.answers == 0) return missing;
    if (share.answers == share.population) return 0;
    const double p = real(share.count) / real(share.answers);
    return finite_or_missing(std::sqrt(finite_correction(share.answers, share.population) * p * (1 - p) /
                                       (real(share.answers) - 1)));
}

double effective_answers(const PopulationShare& share) {
    if (share.answers == share.population) return std::numeric_limits<double>::infinity();
    return real(share.answers) * (real(share.population) - 1) / real(share.population - share.answers);
}

Interval wilson_finite(const PopulationShare& share, double confidence) {
    if (share.answers == 0) return {};
    const double p = real(share.count) / real(share.answers);
    if (share.answers == share.population) return {p, p};
    const double n = effective_answers(share);
    // All yes must stay exactly all yes, whatever n.
    return wilson({share.count == share.answers ? n : p * n, n}, confidence);
}

PopulationRange hypergeometric_range(const PopulationShare& share, double confidence) {
    const double tail = (1 - confidence) / 2;
    const auto certain = share.count;
    const auto possible = share.population - (share.answers - share.count);
    const auto asked = [&](std::int64_t yes) {
        return Hypergeometric({share.population, yes, share.answers});
    };
    const auto lower = first_that(certain, possible,
                                  [&](std::int64_t yes) { return asked(yes).at_least(share.count) > tail; });
    const auto too_many = first_that(lower, possible + 1, [&](std::int64_t yes) {
        return yes > possible || asked(yes).at_most(share.count) <= tail;
    });
    return {lower, too_many - 1};
}

PopulationMean population_mean(std::span<const double> answers, double population, double confidence) {
    PopulationMean result;
    const double n = static_cast<double>(answers.size());
    if (answers.empty()) return result;
    result.mean = mean(answers);
    result.standard_deviation = standard_deviation(answers);
    result.standard_error_infinite = result.standard_deviation / std::sqrt(n);
    result.standard_error =
        n >= population ? 0 : result.standard_error_infinite * std::sqrt(1 - n / population);
    const double reach = n >= population ? 0 : t_reach(confidence, n - 1) * result.standard_error;
    result.interval = {result.mean - reach, result.mean + reach};
    return result;
}

double index_of(double score, double highest) {
    return 100 * (score - 1) / (highest - 1);
}

} // namespace maerkbar::statistics
