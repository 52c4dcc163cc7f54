#include <doctest/doctest.h>

#include "statistics/p_adjust.hpp"
#include "statistics/paired_share.hpp"
#include "statistics/share_difference.hpp"
#include "statistics/survey_oracle.hpp"

using namespace maerkbar::statistics;
using oracle::near;

namespace {

void check_interval(Interval got, const oracle::Table& table, std::size_t row, const std::string& name) {
    CAPTURE(name);
    CHECK(near(got.lower, table.number(row, name + "_lo")));
    CHECK(near(got.upper, table.number(row, name + "_hi")));
}

} // namespace

TEST_CASE("two waves of different persons against R and Newcombe's examples") {
    const auto table = oracle::survey_table("proportion_diff_independent.csv");
    REQUIRE(table.size() == 8);
    for (std::size_t row = 0; row < table.size(); ++row) {
        CAPTURE(row);
        const auto got = compare_shares({table.number(row, "x1"), table.number(row, "n1")},
                                        {table.number(row, "x2"), table.number(row, "n2")});
        CHECK(near(got.difference, table.number(row, "diff")));
        check_interval(got.newcombe, table, row, "newcombe");
        check_interval(got.wald, table, row, "wald");
        CHECK(near(got.chi_square, table.number(row, "chisq")));
        CHECK(near(got.p_chi_square, table.number(row, "p_chisq")));
        CHECK(near(got.p_yates, table.number(row, "p_chisq_yates")));
        CHECK(near(got.p_fisher, table.number(row, "p_fisher")));
    }
}

TEST_CASE("groups that cannot be compared") {
    CHECK(is_missing(compare_shares({0, 0}, {3, 5}).difference));
    CHECK(is_missing(compare_shares({5, 5}, {3, 3}).p_chi_square)); // all satisfied: nothing to test
    CHECK(compare_shares({5, 5}, {3, 3}).p_fisher == 1);
}

TEST_CASE("the same persons before and after, against R and Newcombe's example") {
    const auto table = oracle::survey_table("paired_proportion.csv");
    REQUIRE(table.size() == 7);
    for (std::size_t row = 0; row < table.size(); ++row) {
        CAPTURE(row);
        const auto got = compare_paired({table.number(row, "yes_yes"), table.number(row, "yes_no"),
                                         table.number(row, "no_yes"), table.number(row, "no_no")});
        CHECK(near(got.before, table.number(row, "p_before")));
        CHECK(near(got.after, table.number(row, "p_after")));
        CHECK(near(got.difference, table.number(row, "diff_before_minus_after")));
        CHECK(near(got.chi_square, table.number(row, "chisq")));
        CHECK(near(got.p_mcnemar, table.number(row, "p_mcnemar")));
        CHECK(near(got.chi_square_corrected, table.number(row, "chisq_cc")));
        CHECK(near(got.p_mcnemar_corrected, table.number(row, "p_mcnemar_cc")));
        CHECK(near(got.p_exact, table.number(row, "p_exact")));
        CHECK(near(got.p_mid, table.number(row, "p_mid")));
        CHECK(near(got.phi, table.number(row, "phi")));
        CHECK(near(got.phi_corrected, table.number(row, "phi_cc")));
        check_interval(got.newcombe8, table, row, "newcombe8");
        check_interval(got.newcombe10, table, row, "newcombe10");
    }
    CHECK(is_missing(compare_paired({}).difference));
}

TEST_CASE("six changes all one way are the least evidence at 5 %") {
    CHECK(compare_paired({0, 0, 6, 0}).p_exact == doctest::Approx(0.03125));
    CHECK(compare_paired({0, 0, 5, 0}).p_exact == doctest::Approx(0.0625));
}

TEST_CASE("many comparisons against R's p.adjust") {
    const auto table = oracle::survey_table("p_adjust.csv");
    REQUIRE(table.size() == 8);
    const auto p_values = table.numbers("p");
    for (std::size_t row = 0; row < table.size(); ++row) {
        CHECK(near(holm(p_values)[row], table.number(row, "holm")));
        CHECK(near(benjamini_hochberg(p_values)[row], table.number(row, "benjamini_hochberg")));
        CHECK(near(bonferroni(p_values)[row], table.number(row, "bonferroni")));
    }
}

TEST_CASE("a missing p-value is no comparison") {
    const std::vector<double> p_values{0.01, missing, 0.04};
    CHECK(bonferroni(p_values)[0] == doctest::Approx(0.02));
    CHECK(is_missing(holm(p_values)[1]));
    CHECK(benjamini_hochberg(p_values)[2] == doctest::Approx(0.04));
}
