#include "statistics/reliability.hpp"

#include <numeric>

#include "statistics/distributions.hpp"
#include "statistics/one_factor.hpp"

namespace maerkbar::statistics {

namespace {

constexpr std::size_t thin_items = 4;
constexpr std::size_t thin_answers = 30;

double trace(const Matrix& matrix) {
    double sum = 0;
    for (std::size_t i = 0; i < matrix.rows(); ++i)
        sum += matrix(i, i);
    return sum;
}

double total(const Matrix& matrix) {
    double sum = 0;
    for (std::size_t i = 0; i < matrix.rows(); ++i)
        for (std::size_t j = 0; j < matrix.rows(); ++j)
            sum += matrix(i, j);
    return sum;
}

double alpha_of(const Matrix& covariance) {
    const double k = static_cast<double>(covariance.rows());
    return k < 2 ? missing : finite_or_missing(k / (k - 1) * (1 - trace(covariance) / total(covariance)));
}

std::vector<std::size_t> all_but(std::size_t left_out, std::size_t count) {
    std::vector<std::size_t> places;
    for (std::size_t i = 0; i < count; ++i)
        if (i != left_out) places.push_back(i);
    return places;
}

double omega_total(const Matrix& covariance) {
    const auto model = fit_one_factor(covariance);
    if (!model) return missing;
    const double loading = std::accumulate(model->loadings.begin(), model->loadings.end(), 0.0);
    const double rest = std::accumulate(model->rest_variances.begin(), model->rest_variances.end(), 0.0);
    return loading * loading / (loading * loading + rest);
}

ItemReliability item_reliability(const Matrix& covariance, std::size_t item, double item_mean) {
    const auto others = covariance.part(all_but(item, covariance.rows()));
    double with_all = 0;
    for (std::size_t j = 0; j < covariance.rows(); ++j)
        with_all += covariance(item, j);
    const double variance = covariance(item, item);
    return {item_mean, std::sqrt(variance),
            finite_or_missing((with_all - variance) / std::sqrt(variance * total(others))), alpha_of(others)};
}

} // namespace

Reliability scale_reliability(std::span<const std::vector<double>> items, double confidence) {
    Reliability result;
    const auto k = items.size();
    if (k < 2 || items[0].size() < 2) return result;
    result.answers = items[0].size();
    result.thin = k < thin_items || result.answers < thin_answers;
    const auto shared = covariance(items);
    const auto correlated = correlation(items);
    for (std::size_t i = 0; i < k; ++i)
        result.items.push_back(item_reliability(shared, i, mean(items[i])));
    if (is_missing(total(correlated))) return result;
    const double terms = static_cast<double>(k);
    result.alpha = alpha_of(shared);
    result.alpha_standardised = alpha_of(correlated);
    result.mean_correlation = (total(correlated) - terms) / (terms * (terms - 1));
    result.omega_total = omega_total(shared);
    const double first = static_cast<double>(result.answers) - 1;
    const double tail = (1 - confidence) / 2;
    const auto limit = [&](double probability) {
        return 1 - (1 - result.alpha) * f_quantile(probability, first, first * (terms - 1));
    };
    result.alpha_interval = {limit(1 - tail), limit(tail)};
    return result;
}

} // namespace maerkbar::statistics
