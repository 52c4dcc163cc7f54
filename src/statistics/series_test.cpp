#include "statistics/series.hpp"

#include <doctest/doctest.h>

using namespace maerkbar::statistics;

TEST_CASE("rows are sorted, and rows with the same x make one point") {
    const std::vector<double> x{3, 1, 3, 2};
    const std::vector<double> y{10, 4, 20, missing};
    const auto series = group_rows({x, y, {}});
    REQUIRE(series.points.size() == 3);
    CHECK(series.points[0].value == 4);
    CHECK(is_missing(series.points[1].value));
    CHECK(series.points[1].size == 0);
    CHECK(series.points[2].value == 15);
    CHECK(series.points[2].sum == 30);
    CHECK(series.points[2].size == 2);
    CHECK(series.first_row == std::vector<std::size_t>{1, 3, 0});
}

TEST_CASE("several rows become one by the chosen aggregate") {
    const std::vector<double> x{1, 1, 1, 1};
    const std::vector<double> y{1, 2, 9, missing};
    const auto value = [&](Aggregate aggregate) { return group_rows({x, y, {}}, aggregate).points[0].value; };
    CHECK(value(Aggregate::mean) == 4);
    CHECK(value(Aggregate::median) == 2);
    CHECK(value(Aggregate::sum) == 12);
    CHECK(value(Aggregate::sd) == doctest::Approx(4.358898944));
}

TEST_CASE("a row lacking numerator or denominator counts for neither") {
    const std::vector<double> x{1, 1, 2, missing};
    const std::vector<double> y{3, 5, missing, 1};
    const std::vector<double> n{10, missing, 20, 5};
    const auto series = group_rows({x, y, n});
    REQUIRE(series.points.size() == 2);
    CHECK(series.points[0].value == doctest::Approx(0.3));
    CHECK(series.points[0].n == 10);
    CHECK(is_missing(series.points[1].value));
    CHECK(series.points[1].n == 0);
}

TEST_CASE("means of equal values are that value") {
    const std::vector<double> tenths(12, 0.1);
    CHECK(mean(tenths) == 0.1);
    CHECK(standard_deviation(tenths) == 0);
}

TEST_CASE("correlation with the value before") {
    const std::vector<double> alternating{1, -1, 1, -1, 1, -1};
    CHECK(lag1_autocorrelation(alternating) == doctest::Approx(-5.0 / 6));
    const std::vector<double> rising{1, 2, 3, 4};
    CHECK(lag1_autocorrelation(rising) == doctest::Approx(1.25 / 5));
    const std::vector<double> with_gap{1, missing, -1, 1};
    CHECK(lag1_autocorrelation(with_gap) == doctest::Approx((-4.0 / 3 * 2.0 / 3) / (8.0 / 3)));
    CHECK(is_missing(lag1_autocorrelation(std::vector<double>(5, 2.0))));
}
