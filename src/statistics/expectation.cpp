#include "statistics/expectation.hpp"

#include <vector>

#include "statistics/distributions.hpp"
#include "statistics/matrix.hpp"

namespace maerkbar::statistics {

namespace {

// Variances and covariance of the two means.
struct Moments {
    double expectation = 0;
    double experience = 0;
    double both = 0;
};

Moments moments_of_means(std::span<const double> expectation, std::span<const double> experience) {
    const std::vector<std::vector<double>> columns{{expectation.begin(), expectation.end()},
                                                   {experience.begin(), experience.end()}};
    const auto shared = covariance(columns);
    const double n = static_cast<double>(expectation.size());
    return {shared(0, 0) / n, shared(1, 1) / n, shared(0, 1) / n};
}

// The ratios R for which experience - R · expectation is not further from 0 than t standard errors: the roots
// of (m² - t² v) R² - 2 (m e - t² c) R + (e² - t² w).
Interval fieller(const ExpectationGap& gap, const Moments& of, double t) {
    const double a = gap.mean_expectation * gap.mean_expectation - t * t * of.expectation;
    const double b = gap.mean_expectation * gap.mean_experience - t * t * of.both;
    const double c = gap.mean_experience * gap.mean_experience - t * t * of.experience;
    const double root = std::sqrt(b * b - a * c);
    return a > 0 ? Interval{(b - root) / a, (b + root) / a} : Interval{};
}

void count_persons(std::span<const double> expectation, std::span<const double> experience,
                   ExpectationGap& result) {
    const double n = static_cast<double>(result.pairs);
    double above = 0;
    double under = 0;
    double ratios = 0;
    for (std::size_t i = 0; i < expectation.size(); ++i) {
        above += experience[i] > expectation[i] ? 1 : 0;
        under += experience[i] < expectation[i] ? 1 : 0;
        ratios += experience[i] / expectation[i];
    }
    result.exceeded = above / n;
    result.below = under / n;
    result.met_or_exceeded = (n - under) / n;
    result.mean_of_ratios = finite_or_missing(ratios / n);
}

} // namespace

ExpectationGap expectation_gap(std::span<const double> expectation, std::span<const double> experience,
                               double confidence) {
    ExpectationGap result;
    result.pairs = expectation.size();
    if (expectation.empty()) return result;
    result.mean_expectation = mean(expectation);
    result.mean_experience = mean(experience);
    result.gap = result.mean_experience - result.mean_expectation;
    result.ratio = finite_or_missing(result.mean_experience / result.mean_expectation);
    count_persons(expectation, experience, result);
    if (result.pairs < 2) return result;
    const auto of = moments_of_means(expectation, experience);
    const double t = t_reach(confidence, static_cast<double>(result.pairs) - 1);
    const double reach = t * std::sqrt(std::max(0.0, of.expectation + of.experience - 2 * of.both));
    const double r = result.ratio;
    result.gap_interval = {result.gap - reach, result.gap + reach};
    result.ratio_standard_error =
        std::sqrt(std::max(0.0, of.experience - 2 * r * of.both + r * r * of.expectation)) /
        result.mean_expectation;
    result.ratio_interval = fieller(result, of, t);
    return result;
}

} // namespace maerkbar::statistics
