#pragma once

#include <cmath>
#include <variant>
#include <vector>

namespace maerkbar::simulation {

// How long something takes, in hours. Each draws from one even number by its inverse, so that a shorter
// distribution gives every case less work and none more.
struct Constant {
    double value = 0;
};
struct Exponential {
    double mean = 0;
};
struct Uniform {
    double least = 0;
    double most = 0;
};
// By its mean and the ratio of standard deviation to mean.
class Lognormal {
  public:
    Lognormal(double mean, double variation)
        : sigma_(std::sqrt(std::log1p(variation * variation))), mu_(std::log(mean) - sigma_ * sigma_ / 2) {}
    [[nodiscard]] double draw(double share) const;
    [[nodiscard]] double mean() const { return std::exp(mu_ + sigma_ * sigma_ / 2); }

  private:
    double sigma_;
    double mu_;
};
// One of the measured values, in rising order.
struct Measured {
    std::vector<double> values;
};

using Distribution = std::variant<Constant, Exponential, Uniform, Lognormal, Measured>;

[[nodiscard]] double mean_of(const Distribution& distribution);

[[nodiscard]] inline double draw(const Distribution& distribution, double share) {
    if (const auto* exponential = std::get_if<Exponential>(&distribution))
        return -exponential->mean * std::log(1 - share);
    if (const auto* constant = std::get_if<Constant>(&distribution)) return constant->value;
    if (const auto* measured = std::get_if<Measured>(&distribution))
        return measured
            ->values[static_cast<std::size_t>(share * static_cast<double>(measured->values.size()))];
    if (const auto* uniform = std::get_if<Uniform>(&distribution))
        return uniform->least + share * (uniform->most - uniform->least);
    return std::get<Lognormal>(distribution).draw(share);
}

} // namespace maerkbar::simulation
