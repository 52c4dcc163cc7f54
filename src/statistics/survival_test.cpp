#include "statistics/survival.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <random>

#include "statistics/before_after.hpp"
#include "statistics/endings.hpp"
#include "statistics/finished_only.hpp"
#include "statistics/oracle_table.hpp"

using namespace maerkbar::statistics;
using doctest::Approx;

namespace {

// Ten cases by hand: endings at 1, 3 and 5, open at 2 and 5.
const std::vector<Followed> few{{1, true}, {1, true}, {2, false}, {3, true}, {5, true}, {5, false}};

// Cases that end at a steady rate and are followed for different lengths of time.
std::vector<Followed> cases_at(double rate, std::size_t count, unsigned seed) {
    std::mt19937 random(seed);
    const auto even = [&random] { return (static_cast<double>(random()) + 0.5) / 4294967296.0; };
    std::vector<Followed> cases;
    for (std::size_t i = 0; i < count; ++i) {
        const double ends = -std::log(even()) / rate;
        const double seen = 200 * even();
        cases.push_back({std::ceil(std::min(ends, seen)), ends <= seen});
    }
    return cases;
}

std::vector<Followed> calgary_as_of(const std::string& period) {
    const oracle::Table table("tests/data/survival/calgary_as_of_2024-07-01/input.csv");
    std::vector<Followed> cases;
    for (const auto row : table.rows_where("period", period))
        cases.push_back({table.number(row, "time"), table.text(row, "event") == "1"});
    return cases;
}

} // namespace

TEST_CASE("a curve by hand: open cases count as waiting until they were last seen") {
    const auto curve = survival_curve(few);
    REQUIRE(curve.ok());
    REQUIRE(curve->points.size() == 4);
    CHECK(curve->cases == 6);
    CHECK(curve->ended == 4);
    CHECK(curve->points[0].share_open == Approx(4.0 / 6));
    CHECK(curve->points[1].share_open == Approx(4.0 / 6)); // nothing ended
    CHECK(curve->points[2].share_open == Approx(4.0 / 6 * 2 / 3));
    CHECK(curve->points[3].share_open == Approx(4.0 / 6 * 2 / 3 / 2));
    CHECK(curve->points[3].at_risk == 2);
    CHECK(curve->points[3].relative_variance == Approx(2.0 / 24 + 1.0 / 6 + 1.0 / 2));
}

TEST_CASE("no cases, no endings and impossible times") {
    CHECK(survival_curve({})->points.empty());
    CHECK(is_missing(time_quantile(*survival_curve({}), 0.5).time));
    CHECK(is_missing(restricted_mean(*survival_curve({}), 10).value));
    const std::vector<Followed> open{{3, false}, {7, false}};
    CHECK(is_missing(time_quantile(*survival_curve(open), 0.5).time));
    CHECK(restricted_mean(*survival_curve(open), 7).value == 7);
    for (const double bad : {-1.0, missing, HUGE_VAL}) {
        const std::vector<Followed> cases{{bad, true}};
        CHECK(survival_curve(cases).error().code == "survival.bad_time");
    }
}

TEST_CASE("a quantile that is not reached is missing, and one on a step lies in its middle") {
    const auto curve = survival_curve(few);
    CHECK(time_quantile(*curve, 0.5).time == 3);
    CHECK(is_missing(time_quantile(*curve, 0.9).time));
    CHECK(is_missing(time_quantile(*curve, 0.5).limits.upper));
    const std::vector<Followed> even{{1, true}, {2, true}, {4, true}, {9, true}};
    CHECK(time_quantile(*survival_curve(even), 0.5).time == 3);
}

TEST_CASE("the restricted mean is the area, and unknown beyond what was seen") {
    const auto curve = survival_curve(few);
    CHECK(restricted_mean(*curve, 5).value == Approx(1 + 2 * 4.0 / 6 + 2 * 4.0 / 9));
    CHECK(restricted_mean(*curve, 0.5).value == 0.5);
    CHECK(is_missing(restricted_mean(*curve, 5.1).value));
    const std::vector<Followed> all{{1, true}, {3, true}};
    CHECK(restricted_mean(*survival_curve(all), 100).value == 2);
}

TEST_CASE("one way of ending gives Kaplan and Meier's curve with Greenwood's variance") {
    const auto cases = cases_at(0.02, 500, 7);
    std::vector<CaseEnding> endings;
    for (const auto& followed : cases)
        endings.push_back({followed.time, followed.ended ? 0 : CaseEnding::still_open});
    const auto curve = survival_curve(cases);
    const auto shares = ending_shares(endings, 1);
    REQUIRE(shares->size() == curve->points.size());
    for (std::size_t i = 0; i < shares->size(); ++i) {
        const auto& point = curve->points[i];
        CHECK((*shares)[i].endings[0].share == Approx(1 - point.share_open));
        CHECK((*shares)[i].share_open == Approx(point.share_open));
        if (point.share_open > 0)
            CHECK((*shares)[i].endings[0].standard_error == Approx(point.standard_error()));
    }
}

TEST_CASE("ways of ending and open cases always add up to all") {
    std::mt19937 random(11);
    std::vector<CaseEnding> cases;
    for (int i = 0; i < 400; ++i)
        cases.push_back(
            {static_cast<double>(random() % 60), random() % 5 == 0 ? CaseEnding::still_open : random() % 3});
    const auto points = ending_shares(cases, 3);
    for (const auto& point : *points) {
        double sum = point.share_open;
        for (const auto& ending : point.endings) {
            sum += ending.share;
            CHECK(ending.standard_error >= 0);
        }
        CHECK(sum == Approx(1));
    }
    cases.front().ending = 3;
    CHECK(ending_shares(cases, 3).error().code == "survival.bad_ending");
}

TEST_CASE("without open cases the share of an ending is its share of all, with the binomial error") {
    std::vector<CaseEnding> cases;
    for (std::size_t i = 0; i < 100; ++i)
        cases.push_back({static_cast<double>(1 + i % 17), i % 4 == 0 ? 1U : 0U});
    const auto last = ending_shares(cases, 2)->back();
    CHECK(last.endings[1].share == Approx(0.25));
    CHECK(last.endings[1].standard_error == Approx(std::sqrt(0.25 * 0.75 / 100)));
    CHECK(last.share_open == Approx(0));
}

TEST_CASE("the median of all differences is the one found by writing them down") {
    std::mt19937 random(3);
    for (const std::size_t size : {1U, 2U, 5U, 8U, 31U}) {
        std::vector<double> a;
        std::vector<double> b;
        for (std::size_t i = 0; i < size; ++i)
            a.push_back(static_cast<double>(random() % 20) / 4);
        for (std::size_t i = 0; i < size + 1; ++i)
            b.push_back(static_cast<double>(random() % 20) / 3);
        std::vector<double> differences;
        for (const double x : a)
            for (const double y : b)
                differences.push_back(x - y);
        CHECK(hodges_lehmann(a, b) == Approx(median_in_place(differences)));
    }
    CHECK(is_missing(hodges_lehmann({}, {})));
}

TEST_CASE("finished cases of nobody, or all alike, claim nothing") {
    const std::vector<double> same{4, 4, 4};
    CHECK(is_missing(rank_test(same, same).p));
    CHECK(is_missing(rank_test({}, same).p));
    CHECK(is_missing(welch_test(same, same).p));
    CHECK(finished_figures({}).cases == 0);
    CHECK(is_missing(finished_figures({}).median));
}

TEST_CASE("Calgary in summer 2024: finished cases cry improvement, open cases counted it is not sure") {
    const auto result = before_after(calgary_as_of("2023"), calgary_as_of("2024H1"));
    REQUIRE(result.ok());
    CHECK(result->finished_claim == DurationChange::shorter);
    CHECK(result->finished_test.p == Approx(2.70643801e-11));
    CHECK(result->finished_shift == -6);
    CHECK(result->change == DurationChange::unsure);
    CHECK(time_quantile(result->before.curve, 0.5).time == 22);
    CHECK(time_quantile(result->after.curve, 0.5).time == 21);
    CHECK(result->horizon == 166);
}

TEST_CASE("before and after: a real change is seen, none is not, and few cases say nothing") {
    const auto slow = cases_at(0.01, 800, 1);
    const auto quick = cases_at(0.02, 800, 2);
    CHECK(before_after(slow, quick)->change == DurationChange::shorter);
    CHECK(before_after(quick, slow)->change == DurationChange::longer);
    CHECK(before_after(slow, cases_at(0.01, 800, 5))->change == DurationChange::none);
    CHECK(before_after(few, few)->change == DurationChange::too_few);
    CHECK(before_after({}, few)->change == DurationChange::too_few);
}
