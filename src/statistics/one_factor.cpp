#include "statistics/one_factor.hpp"

#include <cmath>

namespace maerkbar::statistics {

namespace {

constexpr int most_rounds = 200'000;
constexpr double converged = 1e-13;
// A rest this small beside the item's variance is on its way to 0.
constexpr double vanishing = 1e-6;

OneFactor start_values(const Matrix& covariance) {
    OneFactor start;
    for (std::size_t i = 0; i < covariance.rows(); ++i) {
        start.loadings.push_back(std::sqrt(covariance(i, i) / 2));
        start.rest_variances.push_back(covariance(i, i) / 2);
    }
    return start;
}

// One round; returns the largest relative change of a rest variance.
double improve(const Matrix& covariance, OneFactor& model) {
    const auto n = covariance.rows();
    auto& [loadings, rests] = model;
    // Regression of the factor on the items.
    std::vector<double> weights(n);
    double precision = 1;
    for (std::size_t i = 0; i < n; ++i)
        precision += loadings[i] * loadings[i] / rests[i];
    for (std::size_t i = 0; i < n; ++i)
        weights[i] = loadings[i] / rests[i] / precision;
    std::vector<double> with_factor(n, 0.0);
    double factor = 1 / precision; // its second moment, given the items
    for (std::size_t i = 0; i < n; ++i) {
        for (std::size_t j = 0; j < n; ++j)
            with_factor[i] += covariance(i, j) * weights[j];
        factor += weights[i] * with_factor[i];
    }
    double change = 0;
    for (std::size_t i = 0; i < n; ++i) {
        loadings[i] = with_factor[i] / factor;
        const double rest = covariance(i, i) - loadings[i] * with_factor[i];
        change = std::max(change, std::fabs(rest - rests[i]) / covariance(i, i));
        rests[i] = rest;
    }
    return change;
}

} // namespace

std::optional<OneFactor> fit_one_factor(const Matrix& covariance) {
    if (covariance.rows() < 3) return std::nullopt;
    auto model = start_values(covariance);
    for (int round = 0; round < most_rounds && improve(covariance, model) > converged; ++round) {
    }
    for (std::size_t i = 0; i < covariance.rows(); ++i)
        if (!(model.rest_variances[i] > vanishing * covariance(i, i))) return std::nullopt;
    return model;
}

} // namespace maerkbar::statistics
