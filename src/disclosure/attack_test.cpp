// Attacks on what the engine lets out: does linear algebra find a few people? The attacker's arithmetic is
// another one than the engine's, modulo a prime of 61 bits, where a sum of 0 and 1 that is dependent over the
// rationals stays so.
#include <doctest/doctest.h>

#include <algorithm>
#include <map>

#include "disclosure/decide.hpp"
#include "disclosure/random_population.hpp"

using namespace maerkbar::disclosure;
namespace random_population = maerkbar::disclosure::random_population;

namespace {

constexpr std::uint64_t prime = (std::uint64_t{1} << 61U) - 1;

__extension__ using Wide = unsigned __int128;

std::uint64_t times(std::uint64_t a, std::uint64_t b) {
    return static_cast<std::uint64_t>(static_cast<Wide>(a) * b % prime);
}

std::uint64_t power(std::uint64_t base, std::uint64_t exponent) {
    std::uint64_t result = 1;
    for (; exponent != 0; exponent >>= 1U, base = times(base, base))
        if ((exponent & 1U) != 0) result = times(result, base);
    return result;
}

// What the attacker knows: equations over the atoms that have answers.
class Attacker {
  public:
    explicit Attacker(const std::vector<Atom>& atoms) : atoms_(atoms) {}

    void learn(const std::vector<AtomIndex>& group) {
        auto row = rest_of(group);
        const auto pivot = first_in(row);
        if (pivot == atoms_.size()) return;
        const auto inverse = power(row[pivot], prime - 2);
        for (auto& factor : row)
            factor = times(factor, inverse);
        for (auto& [place, other] : rows_)
            subtract(other, other[pivot], row);
        rows_.emplace(pivot, std::move(row));
    }
    [[nodiscard]] bool can_solve(const std::vector<AtomIndex>& group) const {
        return first_in(rest_of(group)) == atoms_.size();
    }

  private:
    using Factors = std::vector<std::uint64_t>;

    static void subtract(Factors& from, std::uint64_t factor, const Factors& row) {
        if (factor == 0) return;
        for (std::size_t i = 0; i < from.size(); ++i)
            from[i] = (from[i] + prime - times(factor, row[i])) % prime;
    }
    [[nodiscard]] std::size_t first_in(const Factors& row) const {
        std::size_t i = 0;
        while (i < row.size() && row[i] == 0)
            ++i;
        return i;
    }
    [[nodiscard]] Factors rest_of(const std::vector<AtomIndex>& group) const {
        Factors row(atoms_.size(), 0);
        for (const auto atom : group)
            if (atoms_[atom].answers > 0) row[atom] = 1;
        for (const auto& [pivot, other] : rows_)
            subtract(row, row[pivot], other);
        return row;
    }

    const std::vector<Atom>& atoms_;
    std::map<std::size_t, Factors> rows_;
};

// Any of the slices that a page could ask for: units × periods × values of each breakdown.
std::vector<AtomIndex> random_slice(const random_population::Population& population,
                                    std::minstd_rand& random) {
    const auto mask = [&] { return static_cast<std::uint32_t>(random() % 255 + 1); };
    const auto units = mask();
    const auto periods = mask();
    const std::vector<std::uint32_t> values{mask() | 8U, mask() | 8U};
    return random_population::select(population, [&](const auto& place) {
        bool inside = (units >> place.unit & 1U) != 0 && (periods >> place.period & 1U) != 0;
        for (std::size_t i = 0; i < place.values.size(); ++i)
            inside = inside && (values[i] >> place.values[i] & 1U) != 0;
        return inside;
    });
}

// Atoms of one unit and period, in every combination, and single atoms everywhere.
void check_nobody_is_solved(const Attacker& attacker, const std::vector<Atom>& atoms, std::int64_t minimum) {
    std::map<std::uint32_t, std::vector<AtomIndex>> blocks;
    for (AtomIndex i = 0; i < atoms.size(); ++i)
        blocks[atoms[i].block].push_back(i);
    for (const auto& [block, inside] : blocks)
        for (std::uint32_t mask = 1; mask < (1U << inside.size()); ++mask) {
            std::vector<AtomIndex> group;
            for (std::size_t i = 0; i < inside.size(); ++i)
                if ((mask >> i & 1U) != 0) group.push_back(inside[i]);
            const auto answers = answers_of(atoms, group);
            if (answers == 0 || answers >= minimum) continue;
            CAPTURE(block);
            CAPTURE(answers);
            CHECK(!attacker.can_solve(group));
        }
}

bool takes_parts(const std::vector<Atom>& atoms, const std::vector<AtomIndex>& group) {
    std::map<std::uint32_t, std::size_t> sizes;
    std::map<std::uint32_t, std::size_t> taken;
    for (const auto& atom : atoms)
        ++sizes[atom.block];
    for (const auto atom : group)
        ++taken[atoms[atom].block];
    return std::any_of(taken.begin(), taken.end(),
                       [&](const auto& entry) { return entry.second != sizes[entry.first]; });
}

} // namespace

TEST_CASE("the attacker of these tests does find people where everything is let out") {
    const std::vector<Atom> atoms{{12, 0, {}}, {9, 1, {}}, {3, 2, {}}};
    Attacker attacker(atoms);
    attacker.learn({0, 1, 2});
    attacker.learn({0});
    CHECK(!attacker.can_solve({2}));
    attacker.learn({1});
    CHECK(attacker.can_solve({2}));
}

TEST_CASE("1,000 random slices do not solve for anybody") {
    for (std::uint32_t seed = 1; seed <= 2; ++seed) {
        const auto population = random_population::make({4, 3, 2, 2, 40}, seed);
        const auto& atoms = population.lattice.atoms;
        std::minstd_rand random(seed);
        Ledger ledger(atoms, {5, 10, 3});
        Attacker attacker(atoms);
        std::size_t released = 0;
        for (int question = 0; question < 1000; ++question) {
            Group group{"", random_slice(population, random), 0, true, {}};
            group.split = takes_parts(atoms, group.atoms);
            if (ledger.offer(group) != Refusal::none) continue;
            attacker.learn(group.atoms);
            ++released;
        }
        CHECK(released > 20); // hiding everything would be no art
        check_nobody_is_solved(attacker, atoms, 5);
    }
}

TEST_CASE("slices of a decided lattice that are answered tell the attacker nothing new") {
    auto population = random_population::make({4, 3, 2, 3, 60}, 7);
    auto& lattice = population.lattice;
    for (std::uint32_t unit = 0; unit < 4; ++unit)
        for (std::uint32_t period = 0; period < 3; ++period)
            for (std::uint32_t value = 0; value < 4; ++value)
                lattice.groups.push_back(
                    {std::to_string(lattice.groups.size()),
                     random_population::select(population,
                                               [&](const auto& place) {
                                                   return place.unit == unit && place.period == period &&
                                                          (value == 3 || place.values[0] == value);
                                               }),
                     value == 3 ? 0 : 1,
                     value != 3,
                     {}});
    const auto decisions = decide(lattice, {});
    Attacker attacker(lattice.atoms);
    for (std::size_t i = 0; i < decisions.size(); ++i) {
        lattice.groups[i].decided = decisions[i].showing;
        if (decisions[i].showing != Showing::nothing) attacker.learn(lattice.groups[i].atoms);
    }
    const auto ledger = ledger_of(lattice, {});
    std::minstd_rand random(7);
    for (int question = 0; question < 1000; ++question) {
        const auto slice = random_slice(population, random);
        CHECK(ledger.follows(slice) == attacker.can_solve(slice));
    }
    check_nobody_is_solved(attacker, lattice.atoms, 5);
}
