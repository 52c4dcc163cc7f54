#include "statistics/survey_planning.hpp"

#include <cmath>

#include "statistics/distributions.hpp"

namespace maerkbar::statistics {

namespace {

constexpr double probable_from = 0.8;
constexpr double possible_from = 0.5;

} // namespace

AnswersNeeded answers_needed(const PrecisionWish& wish, double confidence) {
    AnswersNeeded result;
    const double z = normal_reach(confidence);
    const double n0 = z * z * wish.share * (1 - wish.share) / (wish.half_width * wish.half_width);
    result.without_population = n0;
    result.exact = std::isinf(wish.population) ? n0 : wish.population * n0 / (wish.population + n0 - 1);
    result.needed = static_cast<std::int64_t>(std::ceil(result.exact));
    return result;
}

double power_of_waves(ShareChange change, std::int64_t answers) {
    const auto [p1, p2] = change;
    const double pooled = (p1 + p2) * (1 - (p1 + p2) / 2);
    const double apart = std::sqrt(p1 * (1 - p1) + p2 * (1 - p2));
    const double reach = std::sqrt(static_cast<double>(answers)) * std::fabs(p1 - p2);
    // From none to all is seen by anyone.
    if (apart == 0) return p1 == p2 ? 0 : 1;
    return normal_below((reach - normal_reach(0.95) * std::sqrt(pooled)) / apart);
}

Visibility visibility(ShareChange change, std::int64_t answers) {
    const double power = power_of_waves(change, answers);
    if (power >= probable_from) return Visibility::probable;
    return power >= possible_from ? Visibility::possible : Visibility::unlikely;
}

std::int64_t answers_for_power(ShareChange change, double power) {
    if (change.before == change.after) return 0;
    std::int64_t enough = 1;
    while (power_of_waves(change, enough) < power)
        enough *= 2;
    std::int64_t too_few = enough / 2;
    while (too_few + 1 < enough) {
        const auto middle = too_few + (enough - too_few) / 2;
        (power_of_waves(change, middle) < power ? too_few : enough) = middle;
    }
    return enough;
}

} // namespace maerkbar::statistics
