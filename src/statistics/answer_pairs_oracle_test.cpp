#include <doctest/doctest.h>

#include "statistics/agreement.hpp"
#include "statistics/expectation.hpp"
#include "statistics/survey_oracle.hpp"

using namespace maerkbar::statistics;
using oracle::near;

TEST_CASE("expectation and experience against R") {
    const auto table = oracle::survey_table("expectation_pairs.csv");
    const auto data = oracle::survey_table("expectation_pairs_data.csv");
    REQUIRE(table.size() == 3);
    for (std::size_t row = 0; row < table.size(); ++row) {
        const auto set = table.text(row, "set");
        CAPTURE(set);
        const auto got = expectation_gap(oracle::of_set(data, set, "expectation"),
                                         oracle::of_set(data, set, "experience"));
        CHECK(got.pairs == table.number(row, "n"));
        CHECK(near(got.mean_expectation, table.number(row, "mean_expectation")));
        CHECK(near(got.mean_experience, table.number(row, "mean_experience")));
        CHECK(near(got.gap, table.number(row, "gap")));
        CHECK(near(got.gap_interval.lower, table.number(row, "gap_lo")));
        CHECK(near(got.gap_interval.upper, table.number(row, "gap_hi")));
        CHECK(near(got.ratio, table.number(row, "ratio_of_means")));
        CHECK(near(got.ratio_standard_error, table.number(row, "ratio_delta_se")));
        CHECK(near(got.ratio_interval.lower, table.number(row, "fieller_lo")));
        CHECK(near(got.ratio_interval.upper, table.number(row, "fieller_hi")));
        CHECK(near(got.mean_of_ratios, table.number(row, "mean_of_ratios")));
        CHECK(near(got.met_or_exceeded, table.number(row, "share_met_or_exceeded")));
        CHECK(near(got.exceeded, table.number(row, "share_exceeded")));
        CHECK(near(got.below, table.number(row, "share_below")));
    }
}

TEST_CASE("expectations that say too little for a ratio") {
    const std::vector<double> expected{0, 0, 5};
    const std::vector<double> experienced{4, 5, 4};
    const auto got = expectation_gap(expected, experienced);
    CHECK(got.gap == doctest::Approx(8.0 / 3));
    CHECK(is_missing(got.mean_of_ratios)); // a person expected nothing
    CHECK(is_missing(got.ratio_interval.lower));
    CHECK(is_missing(expectation_gap({}, {}).gap));
    const std::vector<double> one{3};
    CHECK(expectation_gap(one, one).ratio == 1);
    CHECK(is_missing(expectation_gap(one, one).gap_interval.lower));
}

TEST_CASE("proxy answers against R") {
    const auto table = oracle::survey_table("proxy_agreement.csv");
    const auto data = oracle::survey_table("proxy_agreement_data.csv");
    REQUIRE(table.size() == 1);
    const auto got = agreement(data.numbers("self"), data.numbers("proxy"));
    CHECK(got.pairs == table.number(0, "n"));
    CHECK(near(got.same, table.number(0, "agree")));
    CHECK(near(got.within_one, table.number(0, "within1")));
    CHECK(near(got.mean_difference, table.number(0, "mean_diff_proxy_minus_self")));
    CHECK(near(got.standard_deviation, table.number(0, "sd_diff")));
    CHECK(near(got.limits.lower, table.number(0, "loa_lo")));
    CHECK(near(got.limits.upper, table.number(0, "loa_hi")));
    CHECK(near(got.kappa, table.number(0, "kappa")));
    CHECK(near(got.kappa_linear, table.number(0, "kappa_linear")));
    CHECK(near(got.kappa_quadratic, table.number(0, "kappa_quadratic")));
}

TEST_CASE("agreement of answers that are all the same") {
    const std::vector<double> fours{4, 4, 4};
    CHECK(agreement(fours, fours).same == 1);
    CHECK(is_missing(agreement(fours, fours).kappa));
    CHECK(is_missing(agreement({}, {}).same));
}
