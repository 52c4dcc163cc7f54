#include "statistics/false_alarms.hpp"

#include <doctest/doctest.h>

#include <cmath>
#include <random>
#include <vector>

#include "statistics/chart.hpp"

using namespace maerkbar::statistics;

namespace {

constexpr int series = 4'000;

// Shares of stable series that give a signal. The generator and Box and Muller's method are the same on
// every machine; std::normal_distribution is not.
FalseAlarms simulate(int points, ChartType type) {
    std::mt19937_64 random(1965);
    const auto uniform = [&] { return (static_cast<double>(random() >> 11) + 0.5) / 9007199254740992.0; };
    int limits = 0, runs = 0, any = 0;
    std::vector<Subgroup> values(static_cast<std::size_t>(points));
    for (int i = 0; i < series; ++i) {
        for (auto& value : values)
            value = Subgroup::measured(std::sqrt(-2 * std::log(uniform())) *
                                       std::cos(2 * std::acos(-1.0) * uniform()));
        const auto drawn = chart(type, values).value();
        const bool outside = drawn.parts[0].sigma_signals > 0;
        limits += outside, runs += drawn.parts[0].runs_signal, any += outside || drawn.parts[0].runs_signal;
    }
    return {double(limits) / series, double(runs) / series, double(any) / series};
}

// Within four standard errors of the simulation here.
bool near(double found, double table) {
    return std::fabs(found - table) < 4 * std::sqrt(std::max(table, 0.002) / series);
}

} // namespace

TEST_CASE("the table of false alarms is what simulation gives") {
    for (const int points : {4, 8, 12, 24, 36, 61, 80}) {
        CAPTURE(points);
        const auto found = simulate(points, ChartType::i);
        const auto table = false_alarms(points, true);
        CHECK(near(found.limits, table.limits));
        CHECK(near(found.runs, table.runs));
        CHECK(near(found.any, table.any));
        CHECK(near(simulate(points, ChartType::run).runs, false_alarms(points, false).any));
    }
    CHECK(false_alarms(2, true).any == 0);
    CHECK(false_alarms(500, true).any == false_alarms(80, true).any);
}

TEST_CASE("two phases have two chances of a false alarm") {
    const auto both = combined({0.1, 0.2, 0.25}, {0.5, 0, 0.5});
    CHECK(both.limits == doctest::Approx(0.55));
    CHECK(both.runs == doctest::Approx(0.2));
    CHECK(both.any == doctest::Approx(0.625));
}
