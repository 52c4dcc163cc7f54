#include "statistics/survey_planning.hpp"

#include <doctest/doctest.h>

#include "statistics/survey_oracle.hpp"
#include "statistics/target_status.hpp"

using namespace maerkbar::statistics;
using oracle::near;
using oracle::whole;

TEST_CASE("is the target kept, where the answers stand for many more?") {
    const auto table = oracle::survey_table("target_test.csv");
    const std::map<std::string, TargetStatus> statuses{{"met", TargetStatus::met},
                                                       {"not_met", TargetStatus::not_met},
                                                       {"undecided", TargetStatus::undecided}};
    REQUIRE(table.size() == 8);
    for (std::size_t row = 0; row < table.size(); ++row) {
        CAPTURE(row);
        const auto got =
            test_target(Share{table.number(row, "x"), table.number(row, "n")}, table.number(row, "target"));
        CHECK(near(got.p_greater, table.number(row, "p_exact_greater")));
        CHECK(near(got.p_less, table.number(row, "p_exact_less")));
        CHECK(near(got.p_two_sided, table.number(row, "p_exact_two")));
        CHECK(near(got.one_sided.lower, table.number(row, "wilson_one_sided95_lower")));
        CHECK(near(got.one_sided.upper, table.number(row, "wilson_one_sided95_upper")));
        CHECK(got.status == statuses.at(table.text(row, "status")));
    }
    CHECK(test_target(Share{3, 17}, 0.8).status == TargetStatus::not_met);
    CHECK(test_target(Share{0, 0}, 0.8).status == TargetStatus::undecided);
}

TEST_CASE("satisfied needed to claim 80 % of many users") {
    CHECK(fewest_to_meet(10, 0.8) == std::nullopt);
    CHECK(fewest_to_meet(17, 0.8) == 17);
    CHECK(fewest_to_meet(30, 0.8) == 28);
    CHECK(fewest_to_meet(50, 0.8) == 45);
    CHECK(fewest_to_meet(100, 0.8) == 87);
    CHECK(fewest_to_meet(200, 0.8) == 170);
    CHECK(fewest_to_meet(1000, 0.8) == 821);
}

TEST_CASE("answers needed for a precision") {
    const auto table = oracle::survey_table("sample_size.csv");
    REQUIRE(table.size() == 7);
    for (std::size_t row = 0; row < table.size(); ++row) {
        CAPTURE(row);
        const auto got =
            answers_needed({table.number(row, "N"), table.number(row, "p"), table.number(row, "half_width")},
                           table.number(row, "conf"));
        CHECK(near(got.without_population, table.number(row, "n0")));
        CHECK(near(got.exact, table.number(row, "n_exact")));
        CHECK(got.needed == whole(table, row, "n_required"));
    }
}

TEST_CASE("what two waves can show, in whole per cent as R's power.prop.test") {
    const auto percent = [](ShareChange change, std::int64_t answers) {
        return std::lround(100 * power_of_waves(change, answers));
    };
    CHECK(percent({0.7, 0.8}, 50) == 21);
    CHECK(percent({0.7, 0.8}, 100) == 37);
    CHECK(percent({0.7, 0.8}, 200) == 64);
    CHECK(percent({0.7, 0.8}, 400) == 91);
    CHECK(percent({0.6, 0.8}, 17) == 24);
    CHECK(percent({0.6, 0.8}, 50) == 59);
    CHECK(percent({0.6, 0.8}, 100) == 88);
    CHECK(power_of_waves({0, 1}, 1) == 1);
    CHECK(power_of_waves({1, 1}, 50) == 0);
}

TEST_CASE("with 50 answers a wave 60 to 80 % may be seen, 70 to 80 % not") {
    CHECK(visibility({0.6, 0.8}, 50) == Visibility::possible);
    CHECK(visibility({0.7, 0.8}, 50) == Visibility::unlikely);
    CHECK(visibility({0.6, 0.8}, 100) == Visibility::probable);
    const auto enough = answers_for_power({0.6, 0.8});
    CHECK(power_of_waves({0.6, 0.8}, enough) >= 0.8);
    CHECK(power_of_waves({0.6, 0.8}, enough - 1) < 0.8);
    CHECK(answers_for_power({0.6, 0.6}) == 0);
}
