#include "statistics/intervals.hpp"

#include <boost/math/distributions/beta.hpp>
#include <boost/math/distributions/binomial.hpp>
#include <boost/math/distributions/chi_squared.hpp>
#include <boost/math/distributions/normal.hpp>
#include <boost/math/distributions/students_t.hpp>

namespace maerkbar::statistics {

namespace {

double normal_quantile(double confidence) {
    return boost::math::quantile(boost::math::complement(boost::math::normal(), (1 - confidence) / 2));
}

} // namespace

Interval wilson(Share share, double confidence) {
    if (!(share.n > 0)) return {};
    const double z = normal_quantile(confidence);
    const double p = share.count / share.n;
    const double root = z * std::sqrt(z * z + 4 * share.count * (1 - p));
    const double twice = 2 * (share.n + z * z);
    // At the ends the terms cancel exactly; rounding must not leave a trace.
    return {share.count == 0 ? 0 : (2 * share.count + z * z - root) / twice,
            share.count == share.n ? 1 : (2 * share.count + z * z + root) / twice};
}

Interval clopper_pearson(Share share, double confidence) {
    if (!(share.n > 0)) return {};
    using boost::math::beta_distribution;
    using boost::math::complement;
    using boost::math::quantile;
    const double tail = (1 - confidence) / 2;
    const double others = share.n - share.count;
    return {share.count == 0 ? 0 : quantile(beta_distribution<>(share.count, others + 1), tail),
            others == 0 ? 1 : quantile(complement(beta_distribution<>(share.count + 1, others), tail))};
}

Interval poisson(double count, double confidence) {
    using boost::math::chi_squared;
    using boost::math::complement;
    using boost::math::quantile;
    const double tail = (1 - confidence) / 2;
    return {count == 0 ? 0 : quantile(chi_squared(2 * count), tail) / 2,
            quantile(complement(chi_squared(2 * count + 2), tail)) / 2};
}

Interval student_mean(double mean, double variance, double n, double confidence) {
    if (n < 2) return {};
    const double t =
        boost::math::quantile(boost::math::complement(boost::math::students_t(n - 1), (1 - confidence) / 2));
    const double half = t * std::sqrt(variance / n);
    return {mean - half, mean + half};
}

Ranks quantile_ranks(double n, double p, double confidence) {
    using boost::math::binomial_distribution;
    using boost::math::policies::discrete_quantile;
    using boost::math::policies::integer_round_up;
    using Rounded = boost::math::policies::policy<discrete_quantile<integer_round_up>>;
    if (n < 1 || p <= 0 || p >= 1) return {};
    const binomial_distribution<double, Rounded> below(n, p);
    const double tail = (1 - confidence) / 2;
    const double lower = boost::math::quantile(below, tail);
    const double upper = boost::math::quantile(below, 1 - tail) + 1;
    return {lower >= 1 ? lower : 0, upper <= n ? upper : 0};
}

Interval newcombe_difference(Share first, Share second, double confidence) {
    const double p1 = first.count / first.n;
    const double p2 = second.count / second.n;
    const auto one = wilson(first, confidence);
    const auto two = wilson(second, confidence);
    return {p1 - p2 - std::hypot(p1 - one.lower, two.upper - p2),
            p1 - p2 + std::hypot(one.upper - p1, p2 - two.lower)};
}

} // namespace maerkbar::statistics
