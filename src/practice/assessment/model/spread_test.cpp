#include "practice/assessment/model/spread.hpp"

#include <doctest/doctest.h>

#include "practice/assessment/model/testing.hpp"

using namespace maerkbar::assessment;
using testing::hundred;

namespace {

Spread of(std::vector<double> scores) {
    return spread_of(scores, hundred());
}

} // namespace

TEST_CASE("a group that agrees") {
    const auto spread = of({45, 40, 50, 35, 48}); // and one blank
    CHECK(spread.n == 5);
    const auto six = of({45, 40, 50, 35, 48, 42});
    CHECK(six.n == 6);
    CHECK(six.mean == doctest::Approx(43.33).epsilon(0.0005));
    CHECK(six.median == 43.5);
    CHECK(*six.sd == doctest::Approx(5.50).epsilon(0.001));
    CHECK(six.band_span == 0);
    CHECK(six.agreement == Agreement::agree);
    CHECK(six.suggestion == 43.5);
}

TEST_CASE("the same mean can hide a quarrel") {
    const auto spread = of({20, 65, 75, 15, 55, 60, 25});
    CHECK(spread.n == 7);
    CHECK(spread.mean == 45);
    CHECK(spread.median == 55);
    CHECK(*spread.sd == doctest::Approx(24.32).epsilon(0.0002));
    CHECK(spread.band_span == 3);
    CHECK(spread.agreement == Agreement::differ);
    CHECK(spread.suggestion == std::nullopt);
}

TEST_CASE("a border between two bands is no disagreement") {
    const auto spread = of({30, 31, 30, 31, 30, 31});
    CHECK(spread.mean == 30.5);
    CHECK(spread.median == 30.5);
    CHECK(*spread.sd == doctest::Approx(0.55).epsilon(0.01));
    CHECK(spread.band_span == 1);
    CHECK(spread.agreement == Agreement::border);
    CHECK(of({25, 40}).agreement == Agreement::near);   // 15 apart
    CHECK(of({26, 40}).agreement == Agreement::border); // 14 apart
}

TEST_CASE("one answer suggests nothing") {
    const auto spread = of({80});
    CHECK(spread.n == 1);
    CHECK(spread.mean == 80);
    CHECK(spread.sd == std::nullopt);
    CHECK(spread.agreement == Agreement::too_few);
    CHECK(spread.suggestion == std::nullopt);
    CHECK(of({}).agreement == Agreement::nobody);
}

TEST_CASE("two camps never get the middle suggested") {
    const auto spread = of({0, 0, 100, 100});
    CHECK(spread.mean == 50);
    CHECK(spread.median == 50);
    CHECK(*spread.sd == doctest::Approx(57.74).epsilon(0.0001));
    CHECK(spread.band_span == 5);
    CHECK(spread.agreement == Agreement::polarised);
    CHECK(spread.suggestion == std::nullopt);
    CHECK(of({0, 100, 100, 100}).agreement == Agreement::differ); // one alone is no camp
}

TEST_CASE("disagreement comes first on the agenda") {
    const std::vector<Spread> spreads = {of({45, 40, 50, 35, 48, 42}), of({80}),
                                         of({0, 0, 100, 100}),         of({20, 65, 75, 15, 55, 60, 25}),
                                         of({30, 31, 30, 31, 30, 31}), of({})};
    CHECK(agenda_order(spreads) == std::vector<std::size_t>{2, 3, 4, 0, 5, 1});
}

TEST_CASE("with equal spread the item fewer people answered comes first") {
    const std::vector<Spread> spreads = {of({20, 60, 20, 60}), of({11, 70})};
    auto same = spreads;
    same[1].sd = same[0].sd;
    CHECK(agenda_order(same) == std::vector<std::size_t>{1, 0});
}

TEST_CASE("roles are told apart only with three answers in each") {
    CHECK(roles_may_show(std::vector<int>{3, 4}));
    CHECK_FALSE(roles_may_show(std::vector<int>{2, 6}));
    CHECK_FALSE(roles_may_show(std::vector<int>{8}));
}

TEST_CASE("28 items take 2 h 48 min until the pace is measured") {
    CHECK(minutes_ahead(28, {}) == 168);
    CHECK(minutes_ahead(10, std::vector<double>{4, 4}) == 60);
    CHECK(minutes_ahead(10, std::vector<double>{4, 5, 3}) == 40);
}

TEST_CASE("texts come in an order that does not depend on who wrote first") {
    std::vector<std::string> one = {"a", "b", "c", "d"};
    std::vector<std::string> other = {"d", "a", "c", "b"};
    shuffle_texts(one);
    shuffle_texts(other);
    CHECK(one == other);
    CHECK(one != std::vector<std::string>{"a", "b", "c", "d"});
}
