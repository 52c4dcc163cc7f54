#include "statistics/distributions.hpp"

#include <boost/math/distributions/beta.hpp>
#include <boost/math/distributions/binomial.hpp>
#include <boost/math/distributions/chi_squared.hpp>
#include <boost/math/distributions/fisher_f.hpp>
#include <boost/math/distributions/normal.hpp>
#include <boost/math/distributions/students_t.hpp>

#include "statistics/numbers.hpp"

namespace maerkbar::statistics {

namespace bm = boost::math;

double normal_quantile(double probability) {
    return probability > 0 && probability < 1 ? bm::quantile(bm::normal(), probability) : missing;
}

double normal_reach(double confidence) {
    if (!(confidence > 0 && confidence < 1)) return missing;
    return bm::quantile(bm::complement(bm::normal(), (1 - confidence) / 2));
}

double normal_below(double z) {
    return is_missing(z) ? missing : bm::cdf(bm::normal(), z);
}

double normal_two_sided(double z) {
    return is_missing(z) ? missing : std::erfc(std::fabs(z) / std::sqrt(2.0));
}

double t_reach(double confidence, double degrees_of_freedom) {
    if (!(degrees_of_freedom > 0)) return missing;
    return bm::quantile(bm::complement(bm::students_t(degrees_of_freedom), (1 - confidence) / 2));
}

double t_two_sided(double t, double degrees_of_freedom) {
    if (!(degrees_of_freedom > 0) || !std::isfinite(t)) return missing;
    return 2 * bm::cdf(bm::complement(bm::students_t(degrees_of_freedom), std::fabs(t)));
}

double chi_square_above(double value, double degrees_of_freedom) {
    if (!(value >= 0) || !(degrees_of_freedom > 0)) return missing;
    return bm::cdf(bm::complement(bm::chi_squared(degrees_of_freedom), value));
}

double f_quantile(double probability, double first_degrees, double second_degrees) {
    if (!(first_degrees > 0) || !(second_degrees > 0)) return missing;
    return bm::quantile(bm::fisher_f(first_degrees, second_degrees), probability);
}

double beta_quantile(double probability, double a, double b) {
    return a > 0 && b > 0 ? bm::quantile(bm::beta_distribution<>(a, b), probability) : missing;
}

double binomial_at_most(double count, double n, double p) {
    if (count < 0) return 0;
    return count >= n ? 1 : bm::cdf(bm::binomial(n, p), count);
}

double binomial_exactly(double count, double n, double p) {
    return bm::pdf(bm::binomial(n, p), count);
}

double binomial_at_least(double count, double n, double p) {
    if (count <= 0) return 1;
    return count > n ? 0 : bm::cdf(bm::complement(bm::binomial(n, p), count - 1));
}

} // namespace maerkbar::statistics
