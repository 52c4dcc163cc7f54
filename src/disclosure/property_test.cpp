// Random small populations, where every sum that can be computed is looked at by brute force.
#include <doctest/doctest.h>

#include <algorithm>

#include "disclosure/ledger.hpp"
#include "disclosure/random_population.hpp"

using namespace maerkbar::disclosure;
namespace random_population = maerkbar::disclosure::random_population;

namespace {

// Groups of a row of atoms: any that a bit mask names.
std::vector<AtomIndex> of_mask(std::uint32_t mask) {
    std::vector<AtomIndex> atoms;
    for (AtomIndex i = 0; mask >> i != 0; ++i)
        if ((mask >> i & 1U) != 0) atoms.push_back(i);
    return atoms;
}

// The rank of the released groups on the atoms outside `mask`, by plain elimination.
std::size_t rank_outside(const std::vector<std::vector<AtomIndex>>& groups, const std::vector<Atom>& atoms,
                         std::uint32_t mask) {
    std::vector<std::vector<double>> rows;
    for (const auto& group : groups) {
        std::vector<double> row(atoms.size(), 0.0);
        for (const auto atom : group)
            if (atoms[atom].answers > 0 && (mask >> atom & 1U) == 0) row[atom] = 1;
        rows.push_back(row);
    }
    std::size_t rank = 0;
    for (std::size_t column = 0; column < atoms.size(); ++column) {
        const auto pivot = std::find_if(rows.begin() + static_cast<std::ptrdiff_t>(rank), rows.end(),
                                        [&](const auto& row) { return std::abs(row[column]) > 1e-9; });
        if (pivot == rows.end()) continue;
        std::iter_swap(pivot, rows.begin() + static_cast<std::ptrdiff_t>(rank));
        for (auto below = rank + 1; below < rows.size(); ++below) {
            const double factor = rows[below][column] / rows[rank][column];
            for (std::size_t i = 0; i < atoms.size(); ++i)
                rows[below][i] -= factor * rows[rank][i];
        }
        ++rank;
    }
    return rank;
}

// A sum of these atoms alone, with whatever factors, can be computed exactly where leaving them out loses
// rank.
bool something_follows_within(const std::vector<std::vector<AtomIndex>>& groups,
                              const std::vector<Atom>& atoms, std::uint32_t mask) {
    return rank_outside(groups, atoms, mask) < rank_outside(groups, atoms, 0);
}

std::vector<Atom> random_atoms(std::minstd_rand& random, std::size_t count) {
    std::vector<Atom> atoms;
    for (std::uint32_t i = 0; i < count; ++i)
        atoms.push_back({static_cast<std::int64_t>(random() % 9), i, {}});
    return atoms;
}

} // namespace

TEST_CASE("no released set lets anything be computed of fewer people than the minimum") {
    constexpr std::int64_t minimum = 5;
    constexpr std::size_t count = 7;
    std::size_t released_in_all = 0;
    for (std::uint32_t seed = 1; seed <= 300; ++seed) {
        std::minstd_rand random(seed * 7919);
        const auto atoms = random_atoms(random, count);
        Ledger ledger(atoms, {minimum, minimum, minimum});
        std::vector<std::vector<AtomIndex>> released;
        for (int i = 0; i < 25; ++i) {
            const Group group{"", of_mask(static_cast<std::uint32_t>(random() % 127 + 1)), 0, false, {}};
            if (ledger.offer(group) == Refusal::none) released.push_back(group.atoms);
        }
        released_in_all += released.size();
        for (std::uint32_t mask = 1; mask < (1U << count); ++mask) {
            const auto answers = answers_of(atoms, of_mask(mask));
            if (answers == 0 || answers >= minimum) continue;
            CAPTURE(seed);
            CAPTURE(mask);
            CHECK(!something_follows_within(released, atoms, mask));
        }
    }
    CHECK(released_in_all > 300 * 3);
}

TEST_CASE("what is refused would have disclosed") {
    constexpr std::int64_t minimum = 5;
    constexpr std::size_t count = 7;
    std::size_t needless = 0;
    std::size_t refused = 0;
    for (std::uint32_t seed = 1; seed <= 200; ++seed) {
        std::minstd_rand random(seed * 104729);
        const auto atoms = random_atoms(random, count);
        Ledger ledger(atoms, {minimum, minimum, minimum});
        std::vector<std::vector<AtomIndex>> released;
        for (int i = 0; i < 15; ++i) {
            const Group group{"", of_mask(static_cast<std::uint32_t>(random() % 127 + 1)), 0, false, {}};
            const auto answer = ledger.offer(group);
            if (answer == Refusal::none) released.push_back(group.atoms);
            if (answer != Refusal::would_disclose) continue;
            ++refused;
            auto with = released;
            with.push_back(group.atoms);
            bool found = false;
            for (std::uint32_t mask = 1; mask < (1U << count) && !found; ++mask) {
                const auto answers = answers_of(atoms, of_mask(mask));
                found = answers > 0 && answers < minimum && something_follows_within(with, atoms, mask);
            }
            needless += found ? 0 : 1;
        }
    }
    CHECK(refused > 200);
    CHECK(needless == 0);
}
