#include "statistics/runs_exact.hpp"

#include <algorithm>
#include <boost/math/distributions/binomial.hpp>
#include <vector>

namespace maerkbar::statistics {

namespace {

// For every m up to n and every number of parts k: the compositions of m into k parts of 1 to `longest`,
// divided by 2^m (so that no number grows out of bounds). Element [k * (n + 1) + m].
class Compositions {
  public:
    Compositions(int n, int longest) : width_(static_cast<std::size_t>(n) + 1), cells_(width_ * width_, 0.0) {
        cells_[0] = 1;
        for (std::size_t k = 1; k < width_; ++k)
            for (std::size_t m = k; m < width_; ++m)
                cells_[k * width_ + m] =
                    with_one_more(k - 1, m, static_cast<std::size_t>(std::max(longest, 0)));
    }
    [[nodiscard]] double count(int k, int m) const {
        return cells_[static_cast<std::size_t>(k) * width_ + static_cast<std::size_t>(m)];
    }

  private:
    [[nodiscard]] double with_one_more(std::size_t k, std::size_t m, std::size_t longest) const {
        double sum = 0;
        double weight = 0.5;
        for (std::size_t part = 1; part <= std::min(longest, m); ++part, weight /= 2)
            sum += cells_[k * width_ + m - part] * weight;
        return sum;
    }

    std::size_t width_;
    std::vector<double> cells_;
};

// P(longest run <= length, crossings >= count).
double neither(int n, int length, int count, CentreLine centre) {
    const Compositions compositions(n, length);
    double sum = 0;
    if (centre == CentreLine::fixed) {
        for (int runs = count + 1; runs <= n; ++runs)
            sum += 2 * compositions.count(runs, n);
        return sum;
    }
    const int above = n / 2;
    const int below = n - above;
    for (int runs = count + 1; runs <= n; ++runs) {
        const int more = (runs + 1) / 2;
        const int less = runs / 2;
        if (more <= below && less <= above)
            sum += compositions.count(less, above) * compositions.count(more, below);
        if (more <= above && less <= below)
            sum += compositions.count(more, above) * compositions.count(less, below);
    }
    return sum / boost::math::pdf(boost::math::binomial(n, 0.5), above);
}

} // namespace

double probability_of_longer_run(int n, int length) {
    if (n < 1 || length >= n) return 0;
    // Sequences of m sides whose runs are all short enough, over 2^m, by the length of the last run.
    std::vector<double> short_runs(static_cast<std::size_t>(n) + 1, 0.0);
    short_runs[0] = 1;
    for (int m = 1; m <= n; ++m) {
        double weight = 0.5;
        for (int run = 1; run <= std::min(length, m); ++run, weight /= 2)
            short_runs[static_cast<std::size_t>(m)] += short_runs[static_cast<std::size_t>(m - run)] * weight;
    }
    return std::max(0.0, 1 - 2 * short_runs.back());
}

double probability_of_fewer_crossings(int n, int count) {
    if (n < 1 || count < 1) return 0;
    if (count > n - 1) return 1;
    return boost::math::cdf(boost::math::binomial(n - 1, 0.5), count - 1);
}

double probability_of_either(int n, int length, int count, CentreLine centre) {
    if (n > most_exact_points) return missing;
    return n < 1 ? 0 : std::clamp(1 - neither(n, length, count, centre), 0.0, 1.0);
}

double runs_p_value(const Runs& runs) {
    const int n = runs.useful;
    if (n < 1) return 1;
    if (n > most_exact_points) return missing;
    const double seen = std::min(probability_of_longer_run(n, runs.longest - 1),
                                 probability_of_fewer_crossings(n, runs.crossings + 1));
    const double bound = seen * (1 + 1e-12);
    int length = 0;
    while (length < n && probability_of_longer_run(n, length) > bound)
        ++length;
    int crossings = 0;
    while (crossings < n && probability_of_fewer_crossings(n, crossings + 1) <= bound)
        ++crossings;
    return std::max(seen, probability_of_either(n, length, crossings));
}

} // namespace maerkbar::statistics
