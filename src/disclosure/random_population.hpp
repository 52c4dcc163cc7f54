#pragma once

// For tests and benchmarks: a municipality with random numbers of answers.

#include <random>
#include <string>

#include "disclosure/lattice.hpp"

namespace maerkbar::disclosure::random_population {

struct Size {
    std::uint32_t units = 3;
    std::uint32_t periods = 3;
    std::uint32_t breakdowns = 2;
    std::uint32_t values = 2;        // of each breakdown
    std::uint32_t most_answers = 20; // of a unit in a period
};

struct Place {
    std::uint32_t unit = 0;
    std::uint32_t period = 0;
    std::vector<std::uint32_t> values; // one a breakdown
};

struct Population {
    Lattice lattice;
    std::vector<Place> places; // of each atom
};

inline Population make(const Size& size, std::uint32_t seed) {
    std::minstd_rand random(seed);
    Population population;
    std::uint32_t combinations = 1;
    for (std::uint32_t i = 0; i < size.breakdowns; ++i)
        combinations *= size.values;
    for (std::uint32_t unit = 0; unit < size.units; ++unit)
        for (std::uint32_t period = 0; period < size.periods; ++period) {
            std::vector<std::int64_t> answers(combinations, 0);
            for (auto left = random() % (size.most_answers + 1); left > 0; --left)
                ++answers[random() % combinations];
            for (std::uint32_t which = 0; which < combinations; ++which) {
                Place place{unit, period, {}};
                for (auto rest = which; place.values.size() < size.breakdowns; rest /= size.values)
                    place.values.push_back(rest % size.values);
                population.places.push_back(place);
                population.lattice.atoms.push_back({answers[which], unit * size.periods + period, {}});
            }
        }
    return population;
}

// The atoms for which `belongs` holds.
template <typename Condition>
std::vector<AtomIndex> select(const Population& population, Condition belongs) {
    std::vector<AtomIndex> atoms;
    for (AtomIndex i = 0; i < population.places.size(); ++i)
        if (belongs(population.places[i])) atoms.push_back(i);
    return atoms;
}

} // namespace maerkbar::disclosure::random_population
