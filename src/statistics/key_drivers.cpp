#include "statistics/key_drivers.hpp"

#include <bit>
#include <string>

#include "statistics/matrix.hpp"
#include "statistics/ranks.hpp"

namespace maerkbar::statistics {

namespace {

// Correlations with overall satisfaction last.
struct Correlations {
    Matrix all;
    [[nodiscard]] std::size_t count() const { return all.rows() - 1; }
    [[nodiscard]] double with_overall(std::size_t driver) const { return all(driver, count()); }
};

using Subset = std::uint32_t;

std::vector<std::size_t> members(Subset subset) {
    std::vector<std::size_t> places;
    for (; subset != 0; subset &= subset - 1)
        places.push_back(static_cast<std::size_t>(std::countr_zero(subset)));
    return places;
}

std::optional<std::vector<double>> betas(const Correlations& correlations,
                                         std::span<const std::size_t> drivers) {
    std::vector<double> target;
    for (const auto driver : drivers)
        target.push_back(correlations.with_overall(driver));
    return solve_symmetric(correlations.all.part(drivers), target);
}

// R² of every subset of the drivers; nothing where they are collinear.
std::optional<std::vector<double>> r_squared_of_subsets(const Correlations& correlations) {
    std::vector<double> result(std::size_t{1} << correlations.count(), 0.0);
    for (Subset subset = 1; subset < result.size(); ++subset) {
        const auto drivers = members(subset);
        const auto solved = betas(correlations, drivers);
        if (!solved) return std::nullopt;
        for (std::size_t i = 0; i < drivers.size(); ++i)
            result[subset] += (*solved)[i] * correlations.with_overall(drivers[i]);
    }
    return result;
}

// The weight of a subset of `size` others in the mean over all orders: size! (p - 1 - size)! / p!.
double order_weight(std::size_t size, std::size_t count) {
    double weight = 1 / static_cast<double>(count);
    for (std::size_t i = 1; i <= size; ++i)
        weight *= static_cast<double>(i) / static_cast<double>(count - i);
    return weight;
}

double shapley_share(const std::vector<double>& r_squared, std::size_t driver, std::size_t count) {
    const Subset bit = Subset{1} << driver;
    double share = 0;
    for (Subset others = 0; others < r_squared.size(); ++others)
        if ((others & bit) == 0)
            share += order_weight(static_cast<std::size_t>(std::popcount(others)), count) *
                     (r_squared[others | bit] - r_squared[others]);
    return share;
}

// Johnson 2000: with Λ the symmetric square root of the drivers' correlations, weights Λ² · (Λ⁻¹ r)².
std::vector<double> relative_weights(const Correlations& correlations) {
    const auto count = correlations.count();
    const auto drivers = members((Subset{1} << count) - 1);
    const auto eigen = symmetric_eigen(correlations.all.part(drivers));
    const auto root = [&](std::size_t i, std::size_t j, double power) {
        double sum = 0;
        for (std::size_t k = 0; k < count; ++k)
            sum += eigen.vectors(i, k) * std::pow(eigen.values[k], power) * eigen.vectors(j, k);
        return sum;
    };
    std::vector<double> weights(count, 0.0);
    for (std::size_t k = 0; k < count; ++k) {
        double beta = 0;
        for (std::size_t j = 0; j < count; ++j)
            beta += root(k, j, -0.5) * correlations.with_overall(j);
        for (std::size_t i = 0; i < count; ++i)
            weights[i] += std::pow(root(i, k, 0.5) * beta, 2);
    }
    return weights;
}

Result<void> check(std::span<const double> overall, std::span<const std::vector<double>> drivers) {
    if (drivers.empty() || drivers.size() > most_drivers)
        return Error{ErrorKind::invalid,
                     "drivers.count",
                     "Choose from 1 to {most} questions that may go together with overall satisfaction.",
                     {{"most", std::to_string(most_drivers)}}};
    const auto needed = std::max(fewest_answers_for_drivers, fewest_answers_per_driver * drivers.size());
    if (overall.size() < needed)
        return Error{ErrorKind::invalid,
                     "drivers.too_few_answers",
                     "{answers} have answered all these questions; at least {needed} are needed to tell what "
                     "goes together. Choose fewer questions or wait for more answers.",
                     {{"answers", std::to_string(overall.size())}, {"needed", std::to_string(needed)}}};
    return {};
}

Error inseparable() {
    return {ErrorKind::invalid, "drivers.inseparable",
            "These questions were answered so alike that they cannot be told apart, or one was answered the "
            "same by everybody. Leave one of them out."};
}

} // namespace

Result<KeyDrivers> key_drivers(std::span<const double> overall,
                               std::span<const std::vector<double>> drivers) {
    TRY(check(overall, drivers));
    std::vector<std::vector<double>> columns(drivers.begin(), drivers.end());
    columns.emplace_back(overall.begin(), overall.end());
    const Correlations correlations{correlation(columns)};
    const auto subsets = r_squared_of_subsets(correlations);
    if (!subsets) return inseparable();
    const auto count = drivers.size();
    const auto everything = static_cast<Subset>(subsets->size() - 1);
    const auto standardised = betas(correlations, members(everything));
    const auto weights = relative_weights(correlations);
    KeyDrivers result;
    result.r_squared = subsets->back();
    for (std::size_t i = 0; i < count; ++i) {
        const Subset bit = Subset{1} << i;
        const double beta = (*standardised)[i];
        const double slope = beta * standard_deviation(overall) / standard_deviation(drivers[i]);
        result.drivers.push_back({mean(drivers[i]), correlations.with_overall(i),
                                  spearman(drivers[i], overall), slope, beta,
                                  shapley_share(*subsets, i, count), weights[i], (*subsets)[bit],
                                  subsets->back() - (*subsets)[everything & ~bit]});
    }
    return result;
}

} // namespace maerkbar::statistics
