// The simulator: the budget is 2 million arrivals a second and thread, in a scenario with several steps,
// shifts, priorities and patience.
#include <benchmark/benchmark.h>

#include <fstream>

#include "simulation/day_profile.hpp"
#include "simulation/impatience.hpp"
#include "simulation/scenario_fixture.hpp"
#include "simulation/simulate.hpp"
#include "simulation/staffing.hpp"

namespace {

using namespace maerkbar::simulation;

void run(benchmark::State& state, const Scenario& scenario) {
    int number = 0;
    std::uint64_t arrived = 0;
    for (auto _ : state)
        arrived += total(replicate(scenario, 1, number++)).arrived;
    state.SetItemsProcessed(static_cast<std::int64_t>(arrived));
}

void one_queue(benchmark::State& state) {
    run(state, test::simple_queue(200, 3, 14));
}

void impatient(benchmark::State& state) {
    run(state, test::simple_queue(200, 3, 10, 3));
}

// The example: three types, three teams with shifts, priorities, patience, a second step for some, batches.
void general(benchmark::State& state) {
    std::ifstream file("examples/citizen_service.json");
    run(state, test::scenario_of({std::istreambuf_iterator<char>(file), {}}));
}

void staffing(benchmark::State& state) {
    for (auto _ : state)
        benchmark::DoNotOptimize(servers_needed({3, 20}, {0.8, 0.5}));
}

void erlang_a(benchmark::State& state) {
    for (auto _ : state)
        benchmark::DoNotOptimize(impatient_queue({3, 20}, 60, 3, 0.5));
}

void profile_of_a_day(benchmark::State& state) {
    const DayPart parts[] = {{1, 30, 2}, {1, 60, 4}, {1, 75, 5}, {1, 66, 5},
                             {1, 48, 3}, {1, 60, 4}, {1, 54, 4}, {1, 36, 2}};
    for (auto _ : state)
        benchmark::DoNotOptimize(day_profile(parts, {4.0 / 60, 3.0 / 60, 0}));
}

BENCHMARK(one_queue)->Unit(benchmark::kMillisecond);
BENCHMARK(impatient)->Unit(benchmark::kMillisecond);
BENCHMARK(general)->Unit(benchmark::kMillisecond);
BENCHMARK(staffing);
BENCHMARK(erlang_a);
BENCHMARK(profile_of_a_day)->Unit(benchmark::kMillisecond);

} // namespace

BENCHMARK_MAIN();
