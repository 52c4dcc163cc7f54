#include "simulation/distribution.hpp"

#include <boost/math/distributions/normal.hpp>
#include <numeric>

namespace maerkbar::simulation {

namespace {

// Without this the library would compute in long double, which took an eighth of a simulation's time.
using InDouble = boost::math::policies::policy<boost::math::policies::promote_double<false>>;
using Normal = boost::math::normal_distribution<double, InDouble>;

} // namespace

double Lognormal::draw(double share) const {
    return std::exp(mu_ + sigma_ * boost::math::quantile(Normal(), share));
}

double mean_of(const Distribution& distribution) {
    if (const auto* exponential = std::get_if<Exponential>(&distribution)) return exponential->mean;
    if (const auto* constant = std::get_if<Constant>(&distribution)) return constant->value;
    if (const auto* uniform = std::get_if<Uniform>(&distribution))
        return (uniform->least + uniform->most) / 2;
    if (const auto* lognormal = std::get_if<Lognormal>(&distribution)) return lognormal->mean();
    const auto& values = std::get<Measured>(distribution).values;
    return std::accumulate(values.begin(), values.end(), 0.0) / static_cast<double>(values.size());
}

} // namespace maerkbar::simulation
