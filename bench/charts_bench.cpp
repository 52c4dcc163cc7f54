// Control charts with signals: the budget is 100,000 series of 60 points in 1 CPU second on one thread.
#include <benchmark/benchmark.h>

#include <cmath>
#include <random>
#include <vector>

#include "statistics/chart.hpp"
#include "statistics/making_data_count.hpp"
#include "statistics/runs_exact.hpp"

namespace {

using namespace maerkbar::statistics;

constexpr std::size_t points = 60;
constexpr std::size_t different = 1000; // series, so that no branch is learned by heart

std::vector<std::vector<Subgroup>> make_series() {
    std::minstd_rand random(20261122);
    std::vector<std::vector<Subgroup>> all(different);
    for (auto& series : all)
        for (std::size_t i = 0; i < points; ++i) {
            const double n = 200 + static_cast<double>(random() % 400);
            series.push_back(Subgroup::counted(
                std::floor(n * (0.6 + 0.3 * static_cast<double>(random() % 1000) / 1000)), n));
        }
    return all;
}

void charts(benchmark::State& state, ChartType type) {
    const auto series = make_series();
    std::size_t next = 0;
    for (auto _ : state) {
        auto got = chart(type, series[next++ % different]);
        benchmark::DoNotOptimize(got->points.data());
    }
    state.SetItemsProcessed(state.iterations());
    state.counters["seconds per 100,000"] =
        benchmark::Counter(static_cast<double>(state.iterations()) / 1e5,
                           benchmark::Counter::kIsRate | benchmark::Counter::kInvert);
}

void making_data_count_rules(benchmark::State& state) {
    std::vector<std::vector<double>> values(different);
    const auto series = make_series();
    for (std::size_t i = 0; i < different; ++i)
        for (const auto& point : series[i])
            values[i].push_back(point.value);
    MdcOptions options;
    options.target = 0.8;
    std::size_t next = 0;
    for (auto _ : state) {
        auto got = making_data_count(values[next++ % different], options);
        benchmark::DoNotOptimize(got->points.data());
    }
    state.SetItemsProcessed(state.iterations());
    state.counters["seconds per 100,000"] =
        benchmark::Counter(static_cast<double>(state.iterations()) / 1e5,
                           benchmark::Counter::kIsRate | benchmark::Counter::kInvert);
}

void exact_p_value(benchmark::State& state) {
    Runs runs;
    runs.useful = static_cast<int>(points);
    runs.longest = 9;
    runs.crossings = 22;
    for (auto _ : state)
        benchmark::DoNotOptimize(runs_p_value(runs));
}

BENCHMARK_CAPTURE(charts, run, ChartType::run);
BENCHMARK_CAPTURE(charts, i, ChartType::i);
BENCHMARK_CAPTURE(charts, i_prime, ChartType::i_prime);
BENCHMARK_CAPTURE(charts, p, ChartType::p);
BENCHMARK_CAPTURE(charts, p_prime, ChartType::p_prime);
BENCHMARK_CAPTURE(charts, u_prime, ChartType::u_prime);
BENCHMARK_CAPTURE(charts, t, ChartType::t);
BENCHMARK(making_data_count_rules);
BENCHMARK(exact_p_value);

} // namespace

BENCHMARK_MAIN();
