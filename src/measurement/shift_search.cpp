#include "measurement/shift_search.hpp"

#include <cmath>
#include <vector>

#include "statistics/numbers.hpp"
#include "statistics/runs.hpp"

namespace maerkbar::measurement {

namespace {

constexpr std::size_t points_a_side = 8;
constexpr double mean_range_of_two = 1.128; // d2(2): mean moving range over σ

struct Present {
    std::vector<double> values;
    std::vector<std::size_t> indexes;
};

Present present(std::span<const double> values, std::size_t from) {
    Present found;
    for (std::size_t i = from; i < values.size(); ++i)
        if (!statistics::is_missing(values[i])) {
            found.values.push_back(values[i]);
            found.indexes.push_back(i);
        }
    return found;
}

bool unusual_runs(std::span<const double> values) {
    const double centre = statistics::mean(values);
    statistics::RunCounter counter;
    for (std::size_t i = 0; i < values.size(); ++i)
        counter.add(i, values[i] - centre);
    return counter.result().signal();
}

double variance(std::span<const double> values) {
    double ranges = 0;
    for (std::size_t i = 1; i < values.size(); ++i)
        ranges += std::abs(values[i] - values[i - 1]);
    const double sigma = ranges / static_cast<double>(values.size() - 1) / mean_range_of_two;
    return sigma * sigma;
}

// How much the sum of squares falls when the values are cut before `k`.
double gain(std::span<const double> values, std::size_t k) {
    const double before = statistics::mean(values.first(k));
    const double after = statistics::mean(values.subspan(k));
    const auto n = static_cast<double>(values.size());
    const auto m = static_cast<double>(k);
    return m * (n - m) / n * (after - before) * (after - before);
}

std::optional<std::size_t> best_cut(std::span<const double> values) {
    if (values.size() < 2 * points_a_side || !unusual_runs(values)) return std::nullopt;
    std::size_t best = points_a_side;
    for (std::size_t k = points_a_side; k + points_a_side <= values.size(); ++k)
        if (gain(values, k) > gain(values, best)) best = k;
    const double needed = 3 * std::log(static_cast<double>(values.size())) * variance(values);
    if (gain(values, best) <= needed) return std::nullopt;
    return best;
}

} // namespace

std::optional<FoundShift> find_shift(std::span<const double> values) {
    std::optional<FoundShift> found;
    auto rest = present(values, 0);
    while (const auto cut = best_cut(rest.values)) {
        found = FoundShift{found ? found->since : 0, rest.indexes[*cut]};
        rest = present(values, found->since);
    }
    if (!found || unusual_runs(rest.values)) return std::nullopt;
    return found;
}

} // namespace maerkbar::measurement
