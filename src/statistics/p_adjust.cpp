#include "statistics/p_adjust.hpp"

#include <algorithm>

#include "statistics/numbers.hpp"

namespace maerkbar::statistics {

namespace {

// Places of the values that are there, from the smallest p to the largest.
std::vector<std::size_t> ascending(std::span<const double> p_values) {
    std::vector<std::size_t> order;
    for (std::size_t i = 0; i < p_values.size(); ++i)
        if (!is_missing(p_values[i])) order.push_back(i);
    std::stable_sort(order.begin(), order.end(),
                     [&](std::size_t a, std::size_t b) { return p_values[a] < p_values[b]; });
    return order;
}

} // namespace

std::vector<double> holm(std::span<const double> p_values) {
    std::vector<double> adjusted(p_values.size(), missing);
    const auto order = ascending(p_values);
    double largest = 0;
    for (std::size_t rank = 0; rank < order.size(); ++rank) {
        const double factor = static_cast<double>(order.size() - rank);
        largest = std::max(largest, std::min(1.0, factor * p_values[order[rank]]));
        adjusted[order[rank]] = largest;
    }
    return adjusted;
}

std::vector<double> benjamini_hochberg(std::span<const double> p_values) {
    std::vector<double> adjusted(p_values.size(), missing);
    const auto order = ascending(p_values);
    const double count = static_cast<double>(order.size());
    double smallest = 1;
    for (std::size_t rank = order.size(); rank > 0; --rank) {
        smallest = std::min(smallest, count / static_cast<double>(rank) * p_values[order[rank - 1]]);
        adjusted[order[rank - 1]] = smallest;
    }
    return adjusted;
}

std::vector<double> bonferroni(std::span<const double> p_values) {
    std::vector<double> adjusted(p_values.size(), missing);
    const auto order = ascending(p_values);
    for (const auto place : order)
        adjusted[place] = std::min(1.0, static_cast<double>(order.size()) * p_values[place]);
    return adjusted;
}

} // namespace maerkbar::statistics
