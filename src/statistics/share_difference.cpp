#include "statistics/share_difference.hpp"

#include <algorithm>

#include "statistics/distributions.hpp"
#include "statistics/hypergeometric.hpp"

namespace maerkbar::statistics {

namespace {

struct Fourfold {
    Share first;
    Share second;

    [[nodiscard]] double all() const { return first.n + second.n; }
    [[nodiscard]] double yes() const { return first.count + second.count; }
    // What the first group's count differs from its expectation by: the same in all four cells.
    [[nodiscard]] double surprise() const { return std::fabs(first.count - first.n * yes() / all()); }
    // Σ (surprise - correction)² / expected over the four cells.
    [[nodiscard]] double chi_square(double correction) const {
        const double squared = std::pow(surprise() - correction, 2);
        const double no = all() - yes();
        return squared * all() *
               (1 / (first.n * yes()) + 1 / (first.n * no) + 1 / (second.n * yes()) + 1 / (second.n * no));
    }
};

double fisher(const Fourfold& table) {
    const auto whole = [](double value) { return static_cast<std::int64_t>(value); };
    const Hypergeometric tables({whole(table.all()), whole(table.yes()), whole(table.first.n)});
    const double seen = tables.exactly(whole(table.first.count)) * (1 + 1e-7);
    double sum = 0;
    for (const double probability : tables.probabilities())
        sum += probability <= seen ? probability : 0;
    return std::min(1.0, sum);
}

Interval wald_difference(Share first, Share second, double confidence) {
    const double p1 = first.count / first.n;
    const double p2 = second.count / second.n;
    const double reach =
        normal_reach(confidence) * std::sqrt(p1 * (1 - p1) / first.n + p2 * (1 - p2) / second.n);
    return {std::max(-1.0, p1 - p2 - reach), std::min(1.0, p1 - p2 + reach)};
}

} // namespace

ShareDifference compare_shares(Share first, Share second, double confidence) {
    ShareDifference result;
    if (!(first.n > 0) || !(second.n > 0)) return result;
    const Fourfold table{first, second};
    result.difference = first.count / first.n - second.count / second.n;
    result.newcombe = newcombe_difference(first, second, confidence);
    result.wald = wald_difference(first, second, confidence);
    result.p_fisher = fisher(table);
    if (table.yes() > 0 && table.yes() < table.all()) {
        result.chi_square = table.chi_square(0);
        result.p_chi_square = chi_square_above(result.chi_square, 1);
        result.p_yates = chi_square_above(table.chi_square(std::min(0.5, table.surprise())), 1);
    }
    return result;
}

} // namespace maerkbar::statistics
