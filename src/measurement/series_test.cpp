#include "measurement/series.hpp"

#include <doctest/doctest.h>

using namespace maerkbar;
using namespace maerkbar::measurement;

namespace {

Date day(const char* iso) {
    return *Date::parse_iso(iso);
}

Cell cell(std::int64_t rows, std::int64_t count, Int128 sum, Int128 weight) {
    Cell made;
    made.rows = rows;
    made.count = count;
    made.sum = sum;
    made.weight = weight;
    return made;
}

Definition definition(MeasureKind kind) {
    Definition made;
    made.measure.kind = kind;
    return made;
}

} // namespace

TEST_CASE("a period is complete when it has ended and no working day lacks facts") {
    const auto is_complete = [](const char* period, const char* last_fact, const char* today,
                                bool by_period = false) {
        return complete(*Period::parse(period), {day(last_fact), by_period, day(today)});
    };
    CHECK(is_complete("2026-10", "2026-10-30", "2026-11-02"));       // Friday; the 31st is a Saturday
    CHECK(is_complete("2026-10", "2026-10-29", "2026-11-02"));       // one quiet working day
    CHECK_FALSE(is_complete("2026-10", "2026-10-28", "2026-11-02")); // the extract was made too early
    CHECK_FALSE(is_complete("2026-10", "2026-10-30", "2026-10-31")); // not over yet
    CHECK(is_complete("2026-W44", "2026-10-30", "2026-11-02"));
    CHECK_FALSE(is_complete("2026-W44", "2026-10-29", "2026-11-02"));
    CHECK(is_complete("2026-10-30", "2026-10-30", "2026-10-31"));
    CHECK(is_complete("2026-10", "2026-10-01", "2026-11-02",
                      true)); // figures lie on the first day of their month
    CHECK_FALSE(complete(*Period::parse("2026-10"), {{}, false, day("2026-11-02")}));
}

TEST_CASE("values are what the cell says, in the units people mean") {
    auto share = definition(MeasureKind::share).measure;
    CHECK(value_of(share, {}, cell(10, 8, 6, 8)).value == 0.75);
    CHECK_FALSE(value_of(share, {}, cell(10, 0, 0, 0)).value);
    auto rate = definition(MeasureKind::rate).measure;
    rate.per = 1000;
    CHECK(value_of(rate, {1, 10'000}, cell(1, 1, 12, 40'000'000)).value == 3);
    CHECK(value_of(definition(MeasureKind::mean).measure, {10'000, 1}, cell(4, 4, 100'000, 0)).value == 2.5);
    CHECK(value_of(definition(MeasureKind::sum).measure, {10'000, 1}, cell(4, 4, 100'000, 0)).value == 10);
    CHECK(value_of(definition(MeasureKind::count).measure, {}, cell(4, 0, 0, 0)).value == 0);
    Cell waits = cell(3, 3, 0, 0);
    for (const std::int64_t wait : {60, 120, 200})
        waits.histogram.add(wait);
    waits.maximum = 200;
    CHECK(value_of(definition(MeasureKind::quantile).measure, {}, waits).value == 120);
    CHECK(value_of(definition(MeasureKind::maximum).measure, {}, waits).value == 200);
}

TEST_CASE("a gap is missing, a month without calls has nothing to divide by, the end is running") {
    const auto month = [](const char* code) { return *Period::parse(code); };
    const PeriodCells cells{{month("2026-07"), cell(9, 9, 9, 9)},
                            {month("2026-09"), cell(9, 0, 0, 0)},
                            {month("2026-10"), cell(9, 9, 3, 9)}};
    const auto points =
        make_points(definition(MeasureKind::share), {}, cells, {month("2026-07"), month("2026-12")},
                    {day("2026-10-14"), false, day("2026-11-22")});
    REQUIRE(points.size() == 4);
    CHECK(points[0].state == PeriodState::complete);
    CHECK(points[1].state == PeriodState::no_facts);
    CHECK(points[2].state == PeriodState::zero_denominator);
    CHECK(points[3].state == PeriodState::running); // the extract ends in the middle of October
}

TEST_CASE("of a live source, a month without facts counts none; other measures have nothing to say") {
    const auto month = [](const char* code) { return *Period::parse(code); };
    Reach reach{day("2026-11-22"), false, day("2026-11-22")};
    reach.live = true;
    const PeriodCells cells{{month("2026-09"), cell(2, 2, 1, 2)}};
    const Stretch stretch{month("2026-09"), month("2026-11")};
    const auto counts = make_points(definition(MeasureKind::count), {}, cells, stretch, reach);
    REQUIRE(counts.size() == 3);
    CHECK(counts[1].value == 0.0);
    CHECK(counts[1].state == PeriodState::complete);
    CHECK(counts[2].state == PeriodState::running);
    const auto shares = make_points(definition(MeasureKind::share), {}, cells, stretch, reach);
    CHECK(shares[1].state == PeriodState::no_facts);
}

TEST_CASE("days off without facts are no gaps") {
    const auto points =
        make_points(definition(MeasureKind::count), {}, {{*Period::parse("2026-11-06"), cell(2, 2, 0, 0)}},
                    {*Period::parse("2026-11-06"), *Period::parse("2026-11-10")},
                    {day("2026-11-10"), false, day("2026-11-12")});
    REQUIRE(points.size() == 3); // Friday, Monday, Tuesday
    CHECK(points[1].period.code() == "2026-11-09");
    CHECK(points[1].state == PeriodState::no_facts);
}

TEST_CASE("a ratio pairs the periods of both indicators") {
    const auto point = [](const char* period, std::optional<double> value) {
        VerdictPoint made;
        made.period = *Period::parse(period);
        made.value = value;
        return made;
    };
    const auto ratio = ratio_points(100, {point("2026-01", 6), point("2026-02", 9), point("2026-03", 1)},
                                    {point("2026-02", 3), point("2026-03", 0)});
    REQUIRE(ratio.size() == 2);
    CHECK(ratio[0].value == 300);
    CHECK(ratio[1].state == PeriodState::zero_denominator);
}

TEST_CASE("the interval of a mean and of a quantile comes from its cell") {
    Cell cell;
    for (const auto value : {60, 90, 120, 150, 180, 30, 240, 60}) {
        cell.add_value(value);
        cell.histogram.add(value);
    }
    Measure mean;
    mean.kind = MeasureKind::mean;
    // By hand: mean 116.25, s 70.698, t(7, 0.975) 2.36462, so ± 59.105; stored in seconds, read in minutes.
    const auto around = *spread_of_cell(mean, {60, 1}, cell);
    CHECK(around.low == doctest::Approx((116.25 - 59.105) / 60).epsilon(1e-4));
    CHECK(around.high == doctest::Approx((116.25 + 59.105) / 60).epsilon(1e-4));
    Measure median;
    median.kind = MeasureKind::quantile;
    const auto middle = *spread_of_cell(median, {1, 1}, cell); // the first and the eighth of eight values
    CHECK(middle.low == 30);
    CHECK(middle.high == 240);
    median.quantile = 0.9;
    CHECK_FALSE(spread_of_cell(median, {1, 1}, cell)); // the largest of eight bounds no 90 % quantile
    CHECK_FALSE(spread_of_cell(Measure{}, {1, 1}, cell));
}
