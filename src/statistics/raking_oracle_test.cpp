#include "statistics/raking.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <numeric>

#include "statistics/survey_oracle.hpp"

using namespace maerkbar::statistics;
using oracle::near;

namespace {

Margin margin_of(const oracle::Table& data, const std::string& variable) {
    const auto populations = oracle::survey_table("raking_margins.csv");
    Margin margin{variable, {}, {}};
    std::map<std::string, std::uint32_t> levels;
    for (const auto row : populations.rows_where("variable", variable)) {
        levels.emplace(populations.text(row, "level"), static_cast<std::uint32_t>(levels.size()));
        margin.population.push_back(populations.number(row, "population"));
    }
    for (std::size_t row = 0; row < data.size(); ++row)
        margin.level.push_back(levels.at(data.text(row, variable)));
    return margin;
}

std::vector<Margin> margins_of(const oracle::Table& data) {
    return {margin_of(data, "sex"), margin_of(data, "age"), margin_of(data, "unit")};
}

std::vector<double> share_of_top2(const std::vector<double>& scores) {
    std::vector<double> top;
    for (const double score : scores)
        top.push_back(score >= 4 ? 1 : 0);
    return top;
}

} // namespace

TEST_CASE("weights to three margins against R's survey package") {
    const auto data = oracle::survey_table("raking_data.csv");
    const auto expected = oracle::survey_table("raking_weights.csv");
    const auto summary = oracle::survey_table("raking_summary.csv");
    const auto margins = margins_of(data);
    const auto got = rake(margins);
    REQUIRE(got.ok());
    REQUIRE(got->weights.size() == 160);
    for (std::size_t i = 0; i < got->weights.size(); ++i)
        CHECK(near(got->weights[i], expected.number(i, "weight"), 1e-6));
    const auto [least, most] = std::minmax_element(got->weights.begin(), got->weights.end());
    CHECK(near(*least, summary.number(0, "min_weight"), 1e-6));
    CHECK(near(*most, summary.number(0, "max_weight"), 1e-6));
    CHECK(near(got->design_effect, summary.number(0, "kish_deff"), 1e-6));
    CHECK(near(got->effective_answers, summary.number(0, "n_effective"), 1e-6));
    CHECK(!got->trimmed);
    const auto scores = data.numbers("sat");
    const auto weighted = weighted_mean(scores, *got, margins);
    CHECK(near(mean(scores), summary.number(0, "mean_unweighted")));
    CHECK(near(weighted.mean, summary.number(0, "mean_raked"), 1e-6));
    CHECK(near(weighted.standard_error_fixed, summary.number(0, "se_mean_fixed_weights"), 1e-6));
    CHECK(near(weighted.standard_error_calibrated, summary.number(0, "se_mean_raked_calibrated"), 1e-6));
    const auto top2 = share_of_top2(scores);
    CHECK(near(mean(top2), summary.number(0, "top2_unweighted")));
    CHECK(near(weighted_mean(top2, *got, margins).mean, summary.number(0, "top2_raked"), 1e-6));
}

TEST_CASE("trimmed weights keep within their bounds and their sum") {
    const auto margins = margins_of(oracle::survey_table("raking_data.csv"));
    const auto got = rake(margins, {0.6, 2.0});
    REQUIRE(got.ok());
    CHECK(got->trimmed);
    const double average = 2000.0 / 160;
    for (const double weight : got->weights) {
        CHECK(weight >= 0.6 * average * (1 - 1e-9));
        CHECK(weight <= 2.0 * average * (1 + 1e-9));
    }
    CHECK(std::accumulate(got->weights.begin(), got->weights.end(), 0.0) == doctest::Approx(2000));
    CHECK(got->design_effect < rake(margins)->design_effect);
}

TEST_CASE("what is not to be weighted is refused") {
    const auto even = [](std::size_t answers, std::vector<double> population) {
        Margin margin{"sex", {}, std::move(population)};
        for (std::size_t i = 0; i < answers; ++i)
            margin.level.push_back(static_cast<std::uint32_t>(i % 2));
        return margin;
    };
    CHECK(rake({}).error().code == "weights.too_few_answers");
    CHECK(rake(std::vector{even(99, {50, 50})}).error().code == "weights.too_few_answers");
    CHECK(rake(std::vector{even(100, {50, 50, 1})}).error().code == "weights.level_too_small");
    CHECK(rake(std::vector{even(100, {50, 50}), even(100, {60, 50})}).error().code ==
          "weights.populations_differ");
    // Both margins split the answers alike, but want different things.
    CHECK(rake(std::vector{even(100, {50, 50}), even(100, {40, 60})}).error().code == "weights.cannot_fit");
}
