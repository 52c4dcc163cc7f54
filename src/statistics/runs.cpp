#include "statistics/runs.hpp"

#include <array>
#include <boost/math/distributions/binomial.hpp>
#include <cmath>

namespace maerkbar::statistics {

namespace {

constexpr int table_size = 1001;

// Adds up P(Bin(trials, 1/2) = k) until it reaches 0.05; exact enough while 2^-trials is a normal double.
int lower_quantile_by_sum(int trials) {
    double probability = std::ldexp(1.0, -trials);
    double cumulative = probability;
    int successes = 0;
    while (cumulative < 0.05) {
        probability *= static_cast<double>(trials - successes) / (successes + 1);
        cumulative += probability;
        ++successes;
    }
    return successes;
}

std::array<int, table_size> make_table() {
    std::array<int, table_size> table{};
    for (int useful = 1; useful < table_size; ++useful)
        table[static_cast<std::size_t>(useful)] = lower_quantile_by_sum(useful - 1);
    return table;
}

int lower_quantile_by_boost(int trials) {
    namespace math = boost::math;
    using up = math::policies::policy<math::policies::discrete_quantile<math::policies::integer_round_up>>;
    return static_cast<int>(math::quantile(math::binomial_distribution<double, up>(trials, 0.5), 0.05));
}

} // namespace

int longest_run_max(int useful) {
    return useful < 1 ? 0 : static_cast<int>(std::lround(std::log2(useful))) + 3;
}

int crossings_min(int useful) {
    static const auto table = make_table();
    if (useful < 1) return 0;
    return useful < table_size ? table[static_cast<std::size_t>(useful)]
                               : lower_quantile_by_boost(useful - 1);
}

void RunCounter::add(std::size_t index, double deviation) {
    const int side = (deviation > 0) - (deviation < 0);
    if (side == 0) return;
    if (runs_.useful++ == 0 || side != side_) {
        if (side_ != 0) ++runs_.crossings;
        side_ = side;
        length_ = 0;
        first_ = index;
    }
    if (++length_ < runs_.longest) return;
    runs_.longest = length_;
    runs_.longest_first = first_;
    runs_.longest_last = index;
    runs_.longest_side = side;
}

Runs RunCounter::result() const {
    Runs runs = runs_;
    runs.longest_max = longest_run_max(runs.useful);
    runs.crossings_min = crossings_min(runs.useful);
    return runs;
}

} // namespace maerkbar::statistics
