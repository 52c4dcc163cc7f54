#include <benchmark/benchmark.h>

#include "web/chart/comparison.hpp"
#include "web/chart/control_chart.hpp"
#include "web/chart/sample_pictures_test.hpp"
#include "web/chart/sparkline.hpp"

// One chart each; the budget is 0.05 ms.

using namespace maerkbar::web::chart;

namespace {

void full_chart(benchmark::State& state) {
    const ControlChartPicture picture = samples::calls_answered(static_cast<std::size_t>(state.range(0)));
    for (auto _ : state)
        benchmark::DoNotOptimize(control_chart(picture, {}));
}
BENCHMARK(full_chart)->Arg(24)->Arg(60)->Unit(benchmark::kMicrosecond);

void full_chart_with_links(benchmark::State& state) {
    const ControlChartPicture picture = samples::everything();
    for (auto _ : state)
        benchmark::DoNotOptimize(control_chart(picture, {}, {.links = true}));
}
BENCHMARK(full_chart_with_links)->Unit(benchmark::kMicrosecond);

void card_sparkline(benchmark::State& state) {
    const SparklinePicture picture = samples::small(samples::everything());
    for (auto _ : state)
        benchmark::DoNotOptimize(sparkline(picture));
}
BENCHMARK(card_sparkline)->Unit(benchmark::kMicrosecond);

void unit_comparison(benchmark::State& state) {
    const ComparisonPicture picture = samples::units();
    for (auto _ : state)
        benchmark::DoNotOptimize(comparison(picture, {}));
}
BENCHMARK(unit_comparison)->Unit(benchmark::kMicrosecond);

} // namespace

BENCHMARK_MAIN();
