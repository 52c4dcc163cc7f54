#include <doctest/doctest.h>

#include "statistics/finite_population.hpp"
#include "statistics/survey_oracle.hpp"
#include "statistics/target_status.hpp"

using namespace maerkbar::statistics;
using oracle::near;
using oracle::whole;

namespace {

PopulationShare share_at(const oracle::Table& table, std::size_t row) {
    return {whole(table, row, "x"), whole(table, row, "n"), whole(table, row, "N")};
}

} // namespace

TEST_CASE("shares in small populations against R") {
    const auto table = oracle::survey_table("proportion_finite_population.csv");
    REQUIRE(table.size() == 10);
    for (std::size_t row = 0; row < table.size(); ++row) {
        CAPTURE(row);
        const auto share = share_at(table, row);
        const double confidence = table.number(row, "conf");
        CHECK(near(finite_correction(share.answers, share.population), table.number(row, "fpc")));
        CHECK(near(share_standard_error(share), table.number(row, "se_fpc")));
        CHECK(near(effective_answers(share), table.number(row, "n_effective")));
        const auto interval = wilson_finite(share, confidence);
        CHECK(near(interval.lower, table.number(row, "wilson_fpc_lo")));
        CHECK(near(interval.upper, table.number(row, "wilson_fpc_hi")));
        const auto range = hypergeometric_range(share, confidence);
        CHECK(range.lower == whole(table, row, "hyper_M_lo"));
        CHECK(range.upper == whole(table, row, "hyper_M_hi"));
    }
}

TEST_CASE("means in small populations against R's survey package") {
    const auto table = oracle::survey_table("mean_finite_population.csv");
    const auto data = oracle::survey_table("mean_finite_population_data.csv");
    REQUIRE(table.size() == 4);
    for (std::size_t row = 0; row < table.size(); ++row) {
        const auto set = table.text(row, "set");
        CAPTURE(set);
        const auto got = population_mean(oracle::of_set(data, set, "score"), table.number(row, "N"));
        CHECK(near(got.mean, table.number(row, "mean")));
        CHECK(near(got.standard_deviation, table.number(row, "sd")));
        CHECK(near(got.standard_error_infinite, table.number(row, "se_infinite")));
        CHECK(near(got.standard_error, table.number(row, "se_fpc")));
        CHECK(near(got.interval.lower, table.number(row, "t_lo")));
        CHECK(near(got.interval.upper, table.number(row, "t_hi")));
        CHECK(near(index_of(got.mean), table.number(row, "index0_100")));
        // The index stretches a step of the scale to 25 points.
        CHECK(near(25 * got.standard_error, table.number(row, "index_se_fpc")));
    }
}

TEST_CASE("is the target kept in a small population?") {
    const auto table = oracle::survey_table("target_test_finite.csv");
    const std::map<std::string, TargetStatus> statuses{{"met", TargetStatus::met},
                                                       {"not_met", TargetStatus::not_met},
                                                       {"undecided", TargetStatus::undecided}};
    REQUIRE(table.size() == 9);
    for (std::size_t row = 0; row < table.size(); ++row) {
        CAPTURE(row);
        const auto got = test_target(share_at(table, row), table.number(row, "target"));
        CHECK(got.needed == whole(table, row, "needed_in_population"));
        CHECK(got.certain_min == whole(table, row, "certain_min"));
        CHECK(got.certain_max == whole(table, row, "certain_max"));
        CHECK(near(got.p_if_just_below, table.number(row, "p_if_just_below_target")));
        CHECK(near(got.p_if_just_at, table.number(row, "p_if_just_at_target")));
        CHECK(got.status == statuses.at(table.text(row, "status")));
    }
}

TEST_CASE("17 of 17 employees is knowledge, not a sample") {
    const PopulationShare all{14, 17, 17};
    CHECK(wilson_finite(all).lower == wilson_finite(all).upper);
    CHECK(hypergeometric_range(all).lower == 14);
    CHECK(hypergeometric_range(all).upper == 14);
    CHECK(test_target(all, 0.8).status == TargetStatus::met);
    CHECK(test_target(Share{14, 17}, 0.8).status == TargetStatus::undecided);
}

TEST_CASE("satisfied needed of 17 employees to state 80 %") {
    const std::vector<std::int64_t> needed{11, 12, 12, 13, 13, 14, 14};
    for (std::size_t i = 0; i < needed.size(); ++i)
        CHECK(fewest_to_meet(11 + static_cast<std::int64_t>(i), 17, 0.8) == needed[i]);
    CHECK(fewest_to_meet(3, 17, 0.8) == std::nullopt);
}

TEST_CASE("edges of a small population") {
    CHECK(is_missing(wilson_finite({0, 0, 17}).lower));
    CHECK(is_missing(share_standard_error({0, 0, 17})));
    CHECK(is_missing(share_standard_error({1, 1, 17}))); // one answer has no spread
    CHECK(hypergeometric_range({0, 0, 17}).lower == 0);
    CHECK(hypergeometric_range({0, 0, 17}).upper == 17);
    CHECK(test_target(PopulationShare{0, 0, 17}, 0.8).status == TargetStatus::undecided);
    CHECK(test_target(PopulationShare{7, 100, 100}, 0.07).needed == 7); // not 8 by rounding
    CHECK(is_missing(population_mean({}, 17).mean));
}
