#include "statistics/ranks.hpp"

#include <algorithm>
#include <numeric>

#include "statistics/matrix.hpp"

namespace maerkbar::statistics {

std::vector<std::int64_t> doubled_ranks(std::span<const double> values) {
    std::vector<std::size_t> order(values.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::sort(order.begin(), order.end(),
              [&](std::size_t a, std::size_t b) { return values[a] < values[b]; });
    std::vector<std::int64_t> ranks(values.size());
    for (std::size_t first = 0, last = 0; first < order.size(); first = last) {
        while (last < order.size() && values[order[last]] == values[order[first]])
            ++last;
        for (auto i = first; i < last; ++i)
            ranks[order[i]] = static_cast<std::int64_t>(first + last + 1);
    }
    return ranks;
}

double spearman(std::span<const double> first, std::span<const double> second) {
    std::vector<std::vector<double>> columns;
    for (const auto values : {first, second}) {
        const auto ranks = doubled_ranks(values);
        columns.emplace_back(ranks.begin(), ranks.end());
    }
    return correlation(columns)(0, 1);
}

} // namespace maerkbar::statistics
