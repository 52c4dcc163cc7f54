#include <doctest/doctest.h>

#include "disclosure/partition.hpp"
#include "disclosure/row.hpp"

using namespace maerkbar::disclosure;

TEST_CASE("fractions are exact, or say that they are not") {
    const auto third = Fraction(1) / Fraction(3);
    CHECK(third * Fraction(3) == Fraction(1));
    CHECK((third - third).zero());
    CHECK(Fraction(2) / Fraction(-4) == Fraction(0) - Fraction(1) / Fraction(2));
    CHECK((Fraction(-1) / Fraction(2)).denominator() == 2);
    CHECK((Fraction(1) / Fraction(0)).lost());
    const Fraction large(INT64_MAX);
    CHECK((large * large).lost());
    CHECK((large * large * Fraction(0)).lost());
    CHECK((large * (Fraction(1) / large)) == Fraction(1));
    CHECK((Fraction(INT64_MIN) - Fraction(1)).lost());
    CHECK((Fraction(1) / Fraction(INT64_MIN)).lost());
}

TEST_CASE("rows are subtracted class by class") {
    const Row row{{1, 1}, {4, 2}};
    CHECK(minus(row, 2, {{1, 1}, {2, 1}, {4, 1}}) == Row{{1, -1}, {2, -2}});
    CHECK(minus(row, 1, row).empty());
    CHECK(factor_of(row, 4) == Fraction(2));
    CHECK(factor_of(row, 3).zero());
    CHECK(divided(row, 2)[1].second == Fraction(1));
}

TEST_CASE("classes are what no group tells apart") {
    std::vector<Atom> atoms{{3, 0, 5}, {0, 0, {}}, {4, 1, 5}, {2, 1, 4}};
    Partition partition(atoms);
    CHECK(partition.size() == 1);
    CHECK(partition.answers(0) == 9);
    CHECK(!partition.same_answer(0));
    const std::vector<AtomIndex> fives{2, 0, 1, 0};
    const auto cut = partition.cut(fives);
    REQUIRE(cut.splits.size() == 1);
    CHECK(partition.answers(cut.splits[0].added) == 7);
    CHECK(partition.same_answer(cut.splits[0].added) == 5);
    CHECK(partition.answers(0) == 2);
    CHECK(partition.same_answer(0) == 4);
    CHECK(partition.cut(fives).splits.empty()); // a second time there is nothing to cut
    CHECK(partition.made_of(fives)->size() == 1);
    CHECK(!partition.made_of(std::vector<AtomIndex>{0}));
    CHECK(partition.made_of(std::vector<AtomIndex>{1})->empty()); // nobody answered there
    CHECK(Partition({}).size() == 0);
}
