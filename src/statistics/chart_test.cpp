#include "statistics/chart.hpp"

#include <doctest/doctest.h>

#include "statistics/default_chart.hpp"
#include "statistics/prediction.hpp"

using namespace maerkbar::statistics;

namespace {

std::vector<Subgroup> measured(std::initializer_list<double> values) {
    std::vector<Subgroup> points;
    for (const double value : values)
        points.push_back(Subgroup::measured(value));
    return points;
}

std::vector<Subgroup> shares(std::initializer_list<std::pair<double, double>> values) {
    std::vector<Subgroup> points;
    for (const auto& [y, n] : values)
        points.push_back(Subgroup::counted(y, n));
    return points;
}

std::string code_of_refusal(ChartType type, const std::vector<Subgroup>& points) {
    const auto got = chart(type, points);
    return got.ok() ? "" : got.error().code;
}

} // namespace

TEST_CASE("a chart tells where the longest run lies") {
    const auto got = chart(ChartType::run, measured({1, 9, 1, 9, 5, 9, 9, 5, 9, 1, 1}));
    REQUIRE(got.ok());
    const auto& runs = got->parts[0].runs;
    CHECK(got->parts[0].model.centre == 5);
    CHECK(runs.useful == 9);
    CHECK(runs.longest == 4); // points 4, 6, 7 and 9; those on the line are passed over
    CHECK(runs.longest_first == 3);
    CHECK(runs.longest_last == 8);
    CHECK(runs.longest_side == 1);
    CHECK(runs.crossings == 4);
}

TEST_CASE("of equally long runs the latest is told") {
    const auto got = chart(ChartType::run, measured({1, 1, 9, 9}));
    CHECK(got->parts[0].runs.longest_first == 2);
}

TEST_CASE("what cannot be charted is refused and the point is named") {
    CHECK(code_of_refusal(ChartType::run, {}) == "chart.no_points");
    CHECK(code_of_refusal(ChartType::p, measured({1, 2})) == "chart.no_denominator");
    CHECK(code_of_refusal(ChartType::u, shares({{1, 2}, {1, -2}})) == "chart.negative_denominator");
    CHECK(code_of_refusal(ChartType::p_prime, shares({{1, 2}, {3, 2}})) == "chart.bad_share");
    CHECK(code_of_refusal(ChartType::p, shares({{-1, 2}})) == "chart.bad_share");
    CHECK(code_of_refusal(ChartType::u_prime, shares({{-1, 2}})) == "chart.negative_count");
    CHECK(code_of_refusal(ChartType::g, measured({3, -1})) == "chart.negative_count");
    CHECK(code_of_refusal(ChartType::t, measured({3, 0})) == "chart.time_not_positive");
    CHECK(code_of_refusal(ChartType::u, shares({{5, 2}})).empty());
}

TEST_CASE("a known centre line of a T chart is given on the scale that is drawn") {
    ChartOptions options;
    options.centre = 8;
    const auto got = chart(ChartType::t, measured({3, 9, 20, 7, 5, 11}), options);
    REQUIRE(got.ok());
    CHECK(got->points[0].cl == doctest::Approx(8));
}

TEST_CASE("a known standard deviation replaces the estimated one") {
    ChartOptions options;
    options.sd = 2;
    const auto got = chart(ChartType::i, measured({10, 11, 9, 10}), options);
    CHECK(got->points[0].ucl == doctest::Approx(16));
    const auto prime = chart(ChartType::i_prime, shares({{40, 4}, {44, 4}}), options);
    CHECK(prime->points[0].ucl == doctest::Approx(10.5 + 3 * 2 / 2.0));
}

TEST_CASE("constant series are known as such") {
    CHECK(chart(ChartType::i, measured({5, 5, missing, 5}))->parts[0].constant);
    CHECK_FALSE(chart(ChartType::i, measured({5, 5, 6}))->parts[0].constant);
    CHECK_FALSE(chart(ChartType::i, measured({5}))->parts[0].constant);
}

TEST_CASE("a part may be constant while another is not") {
    ChartOptions options;
    options.parts = {3};
    const auto got = chart(ChartType::i, measured({1, 2, 3, 4, 4, 4}), options);
    REQUIRE(got->parts.size() == 2);
    CHECK_FALSE(got->parts[0].constant);
    CHECK(got->parts[1].constant);
}

TEST_CASE("the next point is expected within the limits for its denominator") {
    const auto points = shares({{50, 100}, {60, 100}, {50, 100}, {60, 100}, {50, 100}, {60, 100}});
    const auto got = chart(ChartType::p, points);
    CHECK(expected_denominator(points) == 100);
    const auto next = next_limits(*got, 400);
    CHECK(next.lower == doctest::Approx(0.55 - 3 * std::sqrt(0.55 * 0.45 / 400)));
    CHECK(next.upper == doctest::Approx(0.55 + 3 * std::sqrt(0.55 * 0.45 / 400)));
    CHECK(is_missing(next_limits(*chart(ChartType::run, points), 100).lower));
}

TEST_CASE("multiplied charts predict on the multiplied scale") {
    ChartOptions options;
    options.multiply = 100;
    const auto got = chart(ChartType::p, shares({{50, 100}, {60, 100}, {40, 100}}), options);
    CHECK(next_limits(*got, 100).upper == doctest::Approx(65));
}

TEST_CASE("a process is capable where its limits lie on the right side of the target") {
    const Limits next{0.7, 0.9};
    CHECK(capability(next, {0.6, missing}) == Capability::capable);
    CHECK(capability(next, {0.7, missing}) == Capability::capable);
    CHECK(capability(next, {0.95, missing}) == Capability::incapable);
    CHECK(capability(next, {0.8, missing}) == Capability::across);
    CHECK(capability(next, {missing, 0.95}) == Capability::capable);
    CHECK(capability(next, {missing, 0.6}) == Capability::incapable);
    CHECK(capability(next, {0.65, 0.95}) == Capability::capable);
    CHECK(capability(next, {0.75, 0.85}) == Capability::across);
    CHECK(capability(next, {missing, missing}) == Capability::unknown);
    CHECK(capability({}, {0.8, missing}) == Capability::unknown);
}

TEST_CASE("the probability of keeping a target") {
    const Limits next{0.7, 0.9};
    CHECK(probability_of_keeping(next, {0.8, missing}) == doctest::Approx(0.5));
    CHECK(probability_of_keeping(next, {missing, 0.9}) == doctest::Approx(0.99865).epsilon(1e-5));
    CHECK(probability_of_keeping(next, {0.7, 0.9}) == doctest::Approx(0.9973).epsilon(1e-5));
    CHECK(is_missing(probability_of_keeping({}, {0.8, missing})));
}

TEST_CASE("a constant process keeps its target or does not") {
    const auto got = chart(ChartType::p_prime, shares({{20, 20}, {30, 30}, {25, 25}}));
    const auto next = next_limits(*got, 25);
    CHECK(next.lower == 1);
    CHECK(capability(next, {1, missing}) == Capability::capable);
    CHECK(probability_of_keeping(next, {0.9, missing}) == 1);
    CHECK(capability(next, {missing, 0.9}) == Capability::incapable);
    CHECK(probability_of_keeping(next, {missing, 0.9}) == 0);
}

TEST_CASE("the chart follows from what the figures are and how many there are") {
    const std::vector<Subgroup> many(12, Subgroup::counted(50, 100));
    const std::vector<Subgroup> few(11, Subgroup::counted(50, 100));
    CHECK(default_chart(FigureKind::share, many) == ChartType::p_prime);
    CHECK(default_chart(FigureKind::rate, many) == ChartType::u_prime);
    CHECK(default_chart(FigureKind::mean, many) == ChartType::i_prime);
    CHECK(default_chart(FigureKind::value, many) == ChartType::i);
    CHECK(default_chart(FigureKind::share, few) == ChartType::run);
    std::vector<Subgroup> gaps = many;
    gaps[3] = Subgroup::counted(0, 0);
    CHECK(default_chart(FigureKind::share, gaps) == ChartType::run);
}

TEST_CASE("rare events get a chart whose spread follows from the centre") {
    std::vector<Subgroup> points(24, Subgroup::counted(0, 300));
    points[3] = Subgroup::counted(1, 300);
    CHECK(events_are_rare(FigureKind::share, points));
    CHECK(default_chart(FigureKind::share, points) == ChartType::p);
    CHECK(default_chart(FigureKind::rate, points) == ChartType::u);
    CHECK(chart(ChartType::p, points)->parts[0].sigma_signals == 1);
    for (auto& point : points)
        point = Subgroup::counted(300 - point.sum, 300);
    CHECK(default_chart(FigureKind::share, points) == ChartType::p);
    CHECK(default_chart(FigureKind::rate, points) == ChartType::u_prime);
    CHECK_FALSE(events_are_rare(FigureKind::mean, points));
}

TEST_CASE("names of charts") {
    for (const char* code : {"run", "i", "mr", "ip", "p", "pp", "u", "up", "c", "g", "t", "xbar", "s"})
        CHECK(code_of(chart_type(code).value()) == code);
    CHECK_FALSE(chart_type("x").has_value());
}

TEST_CASE("a baseline inside a part gives it the limits that freezing the part alone gives") {
    std::vector<Subgroup> points;
    for (const double y : {5.0, 7.0, 6.0, 8.0, 5.0, 21.0, 24.0, 20.0, 23.0, 40.0, 42.0})
        points.push_back(Subgroup::measured(y));
    ChartOptions options;
    options.parts = {5};
    options.baseline_ends = {9};
    const auto whole = chart(ChartType::i, points, options).value();
    ChartOptions alone;
    alone.freeze = 4;
    const auto second = chart(ChartType::i, std::span(points).subspan(5), alone).value();
    for (std::size_t i = 0; i < second.points.size(); ++i) {
        CHECK(whole.points[5 + i].cl == second.points[i].cl);
        CHECK(whole.points[5 + i].ucl == second.points[i].ucl);
        CHECK(whole.points[5 + i].baseline == second.points[i].baseline);
    }
    options.baseline_ends = {};
    CHECK(whole.points[0].ucl == chart(ChartType::i, points, options).value().points[0].ucl);
}
