#include "statistics/finished_only.hpp"

#include <algorithm>
#include <bit>
#include <boost/math/distributions/normal.hpp>
#include <boost/math/distributions/students_t.hpp>
#include <cstdint>
#include <limits>
#include <numeric>
#include <vector>

namespace maerkbar::statistics {

namespace {

std::vector<double> sorted(std::span<const double> values) {
    std::vector<double> copy(values.begin(), values.end());
    std::sort(copy.begin(), copy.end());
    return copy;
}

double quantile_of(const std::vector<double>& sorted_values, double share) {
    if (sorted_values.empty()) return missing;
    const double h = static_cast<double>(sorted_values.size() - 1) * share;
    const auto below = static_cast<std::size_t>(h);
    const auto above = std::min(below + 1, sorted_values.size() - 1);
    return sorted_values[below] +
           (h - static_cast<double>(below)) * (sorted_values[above] - sorted_values[below]);
}

// Whole numbers in the order of the numbers they stand for, so that a search can halve them.
std::int64_t ordered(double value) {
    const auto bits = std::bit_cast<std::int64_t>(value + 0.0); // no negative zero
    return bits < 0 ? std::numeric_limits<std::int64_t>::min() - bits : bits;
}
double number_of(std::int64_t order) {
    return std::bit_cast<double>(order < 0 ? std::numeric_limits<std::int64_t>::min() - order : order);
}

// How many differences a − b are at most `limit`; both sorted.
std::uint64_t pairs_up_to(const std::vector<double>& a, const std::vector<double>& b, double limit) {
    std::uint64_t pairs = 0;
    std::size_t first = 0; // of b that is great enough; it rises with a
    for (const double value : a) {
        while (first < b.size() && value - b[first] > limit)
            ++first;
        pairs += b.size() - first;
    }
    return pairs;
}

// The difference with `rank` (from 1) in rising order.
double difference_of_rank(const std::vector<double>& a, const std::vector<double>& b, std::uint64_t rank) {
    auto low = ordered(a.front() - b.back());
    auto high = ordered(a.back() - b.front());
    while (low < high) {
        const auto middle = std::midpoint(low, high); // rounds towards low
        if (pairs_up_to(a, b, number_of(middle)) >= rank)
            high = middle;
        else
            low = middle + 1;
    }
    return number_of(low);
}

double two_sided(double z) {
    return 2 * boost::math::cdf(boost::math::complement(boost::math::normal(), std::fabs(z)));
}

// Sum of t³ − t over runs of t equal times among both groups.
double tie_sum(const std::vector<double>& a, const std::vector<double>& b) {
    std::vector<double> all(a.size() + b.size());
    std::merge(a.begin(), a.end(), b.begin(), b.end(), all.begin());
    double sum = 0;
    for (auto from = all.begin(); from != all.end();) {
        const auto to = std::upper_bound(from, all.end(), *from);
        const auto run = static_cast<double>(to - from);
        sum += run * run * run - run;
        from = to;
    }
    return sum;
}

} // namespace

FinishedFigures finished_figures(std::span<const double> times) {
    if (times.empty()) return {};
    const auto values = sorted(times);
    return {values.size(), mean(times), quantile_of(values, 0.5), quantile_of(values, 0.9), values.back()};
}

RankTest rank_test(std::span<const double> first, std::span<const double> second) {
    if (first.empty() || second.empty()) return {};
    const auto a = sorted(first);
    const auto b = sorted(second);
    double w = 0;
    for (const double value : a) {
        const auto [from, to] = std::equal_range(b.begin(), b.end(), value);
        w += static_cast<double>(from - b.begin()) + static_cast<double>(to - from) / 2;
    }
    const auto n = static_cast<double>(a.size());
    const auto m = static_cast<double>(b.size());
    const double all = n + m;
    const double variance = n * m / 12 * (all + 1 - tie_sum(a, b) / (all * (all - 1)));
    if (!(variance > 0)) return {w, missing};
    const double off = w - n * m / 2;
    const double corrected = std::max(0.0, std::fabs(off) - 0.5);
    return {w, two_sided(corrected / std::sqrt(variance))};
}

double hodges_lehmann(std::span<const double> first, std::span<const double> second) {
    if (first.empty() || second.empty()) return missing;
    const auto a = sorted(first);
    const auto b = sorted(second);
    const auto pairs = static_cast<std::uint64_t>(a.size()) * b.size();
    const double lower = difference_of_rank(a, b, (pairs + 1) / 2);
    return pairs % 2 == 1 ? lower : (lower + difference_of_rank(a, b, pairs / 2 + 1)) / 2;
}

MeanTest welch_test(std::span<const double> first, std::span<const double> second) {
    if (first.size() < 2 || second.size() < 2) return {};
    const auto n = static_cast<double>(first.size());
    const auto m = static_cast<double>(second.size());
    const double a = std::pow(standard_deviation(first), 2) / n;
    const double b = std::pow(standard_deviation(second), 2) / m;
    if (!(a + b > 0)) return {};
    MeanTest test;
    test.t = (mean(first) - mean(second)) / std::sqrt(a + b);
    test.degrees_of_freedom = (a + b) * (a + b) / (a * a / (n - 1) + b * b / (m - 1));
    const boost::math::students_t distribution(test.degrees_of_freedom);
    test.p = 2 * boost::math::cdf(boost::math::complement(distribution, std::fabs(test.t)));
    return test;
}

} // namespace maerkbar::statistics
