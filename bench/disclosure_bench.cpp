// What is shown of a survey: 200 units in 10 sectors, 12 months in 4 quarters and a year, 3 breakdowns of 3
// values.
#include <benchmark/benchmark.h>

#include "disclosure/decide.hpp"
#include "disclosure/random_population.hpp"

namespace {

using namespace maerkbar::disclosure;

constexpr std::uint32_t units = 200;
constexpr std::uint32_t months = 12;

struct Span {
    std::uint32_t first = 0;
    std::uint32_t count = 0;
    [[nodiscard]] bool holds(std::uint32_t place) const { return place >= first && place < first + count; }
};

std::vector<Span> parts(std::uint32_t all, std::vector<std::uint32_t> sizes) {
    std::vector<Span> spans;
    for (const auto size : sizes)
        for (std::uint32_t first = 0; first < all; first += size)
            spans.push_back({first, size});
    return spans;
}

// Every node of the tree in every period, and each value of each breakdown.
Lattice make_lattice(std::uint32_t most_answers, std::uint32_t seed) {
    auto population = random_population::make({units, months, 1, 3, most_answers}, seed);
    auto lattice = population.lattice;
    std::vector<std::vector<AtomIndex>> by_unit(units);
    for (AtomIndex i = 0; i < population.places.size(); ++i)
        by_unit[population.places[i].unit].push_back(i);
    const auto add = [&](Span nodes, Span periods, int split) {
        Group group{std::to_string(lattice.groups.size()), {}, 0, split >= 0, {}};
        group.level =
            static_cast<int>((nodes.count < units) + (nodes.count == 1) + 3 * (periods.count < months) +
                             3 * (periods.count == 1) + (split >= 0));
        for (auto unit = nodes.first; unit < nodes.first + nodes.count; ++unit)
            for (const auto atom : by_unit[unit]) {
                const auto& place = population.places[atom];
                if (periods.holds(place.period) &&
                    (split < 0 || place.values[0] == static_cast<std::uint32_t>(split)))
                    group.atoms.push_back(atom);
            }
        lattice.groups.push_back(std::move(group));
    };
    for (const auto& nodes : parts(units, {units, units / 10, 1}))
        for (const auto& periods : parts(months, {months, 3, 1}))
            for (int split = -1; split < 3; ++split)
                add(nodes, periods, split);
    return lattice;
}

// The argument: the most answers of a unit in a month.
void decide_lattice(benchmark::State& state) {
    std::vector<Lattice> lattices;
    for (std::uint32_t breakdown = 1; breakdown <= 3; ++breakdown)
        lattices.push_back(make_lattice(static_cast<std::uint32_t>(state.range(0)), breakdown));
    double groups = 0;
    double shown = 0;
    for (auto _ : state)
        for (const auto& lattice : lattices)
            for (const auto& decision : decide(lattice, {})) {
                ++groups;
                shown += decision.showing == Showing::nothing ? 0 : 1;
            }
    state.counters["groups"] = groups;
    state.counters["shown"] = shown;
}

BENCHMARK(decide_lattice)->Arg(40)->Arg(200)->Unit(benchmark::kMillisecond)->Iterations(1);

} // namespace

BENCHMARK_MAIN();
