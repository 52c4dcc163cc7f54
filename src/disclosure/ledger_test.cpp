#include "disclosure/ledger.hpp"

#include <doctest/doctest.h>

using namespace maerkbar::disclosure;

namespace {

Group whole(std::vector<AtomIndex> atoms) {
    return {"", std::move(atoms), 0, false, {}};
}
Group part(std::vector<AtomIndex> atoms) {
    return {"", std::move(atoms), 0, true, {}};
}

} // namespace

TEST_CASE("splits need more answers than wholes, also those that are only computed") {
    // One unit and period, women and men.
    const std::vector<Atom> atoms{{12, 0, {}}, {7, 0, {}}};
    Ledger ledger(atoms, {5, 10, 3});
    CHECK(ledger.offer(whole({0, 1})) == Refusal::none);
    CHECK(ledger.offer(part({1})) == Refusal::too_few);
    CHECK(ledger.offer(part({0})) == Refusal::would_disclose); // the seven men would follow
    CHECK(ledger.follows(std::vector<AtomIndex>{0, 1}));
    CHECK(!ledger.follows(std::vector<AtomIndex>{0}));
    // Two units of the same size are wholes, for which seven are enough.
    const std::vector<Atom> units{{12, 0, {}}, {7, 1, {}}};
    Ledger of_units(units, {5, 10, 3});
    CHECK(of_units.offer(whole({0, 1})) == Refusal::none);
    CHECK(of_units.offer(whole({0})) == Refusal::none);
    CHECK(of_units.follows(std::vector<AtomIndex>{1}));
}

TEST_CASE("breakdowns that each are harmless disclose together") {
    // Women young 10; men young 2, old 15: the young less the women are two men.
    const std::vector<Atom> atoms{{10, 0, {}}, {2, 0, {}}, {15, 0, {}}};
    Ledger ledger(atoms, {5, 10, 3});
    CHECK(ledger.offer(whole({0, 1, 2})) == Refusal::none);
    CHECK(ledger.offer(part({0})) == Refusal::none);
    CHECK(ledger.offer(part({0, 1})) == Refusal::would_disclose);
}

TEST_CASE("twice a person and once another is disclosure too") {
    // Neither a + b nor 2a + b is about enough people, and the second is no group at all.
    const std::vector<Atom> atoms{{2, 0, {}}, {2, 1, {}}, {9, 2, {}}, {9, 3, {}}};
    Ledger ledger(atoms, {5, 5, 3});
    CHECK(ledger.offer(whole({0, 2})) == Refusal::none);
    CHECK(ledger.offer(whole({0, 3})) == Refusal::none);
    CHECK(ledger.offer(whole({0, 1, 2, 3})) == Refusal::would_disclose); // less both: b - a
}

TEST_CASE("answers that are all the same disclose everybody") {
    const std::vector<Atom> atoms{{9, 0, 5}, {9, 1, {}}, {9, 2, 5}, {9, 3, 4}};
    Ledger ledger(atoms, {5, 10, 3});
    CHECK(ledger.offer(whole({0})) == Refusal::all_the_same);
    CHECK(ledger.offer(whole({0, 2})) == Refusal::all_the_same);
    CHECK(ledger.offer(whole({0, 3})) == Refusal::none); // fives and fours
    CHECK(ledger.offer(whole({0, 1, 3})) == Refusal::none);
    // The second alone follows now; less it, this would give the third, who all say 5.
    CHECK(ledger.offer(whole({1, 2})) == Refusal::would_disclose);
}

TEST_CASE("a wider rule for differences holds for what is computed, not for what is shown") {
    const std::vector<Atom> atoms{{20, 0, {}}, {7, 1, {}}};
    Ledger ledger(atoms, {5, 10, 9});
    CHECK(ledger.offer(whole({0, 1})) == Refusal::none);
    CHECK(ledger.offer(whole({0})) == Refusal::would_disclose);
    Ledger other(atoms, {5, 10, 9});
    CHECK(other.offer(whole({1})) == Refusal::none);
    CHECK(other.offer(whole({0})) == Refusal::none);
    CHECK(other.offer(whole({0, 1})) == Refusal::none); // follows
}

TEST_CASE("what was released before binds what is released later") {
    const std::vector<Atom> atoms{{8, 0, {}}, {6, 1, {}}, {2, 2, {}}};
    Ledger ledger(atoms, {5, 10, 3});
    ledger.record(whole({0}));
    ledger.record(whole({1}));
    CHECK(ledger.offer(whole({0, 1, 2})) == Refusal::would_disclose); // the quarter less two of its months
    CHECK(ledger.offer(whole({0, 1})) == Refusal::none);
}

TEST_CASE("nobody answered, nothing to hide") {
    const std::vector<Atom> atoms{{0, 0, {}}, {9, 1, {}}};
    Ledger ledger(atoms, {5, 10, 3});
    CHECK(ledger.offer(whole({0})) == Refusal::too_few);
    CHECK(ledger.offer(whole({0, 1})) == Refusal::none);
    CHECK(ledger.offer(whole({1})) == Refusal::none);
    const std::vector<Atom> none;
    Ledger empty(none, {5, 10, 3});
    CHECK(empty.offer(whole({})) == Refusal::too_few);
}
