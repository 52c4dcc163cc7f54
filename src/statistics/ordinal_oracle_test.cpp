#include <doctest/doctest.h>

#include "statistics/ordinal_difference.hpp"
#include "statistics/paired_ordinal.hpp"
#include "statistics/survey_oracle.hpp"

using namespace maerkbar::statistics;
using oracle::near;

namespace {

std::vector<std::int64_t> group_counts(const oracle::Table& data, const std::string& set,
                                       const std::string& group) {
    std::vector<double> scores;
    for (const auto row : data.rows_where("set", set))
        if (data.text(row, "group") == group) scores.push_back(data.number(row, "score"));
    return oracle::counts_of(scores);
}

} // namespace

TEST_CASE("two groups on a scale against R, coin and MASS") {
    const auto table = oracle::survey_table("ordinal_two_groups.csv");
    const auto data = oracle::survey_table("ordinal_two_groups_data.csv");
    REQUIRE(table.size() == 5);
    for (std::size_t row = 0; row < table.size(); ++row) {
        const auto set = table.text(row, "set");
        CAPTURE(set);
        const auto before = group_counts(data, set, "before");
        const auto after = group_counts(data, set, "after");
        CHECK(answers_on(before) == oracle::whole(table, row, "n_before"));
        CHECK(near(summarise_scale(before).mean, table.number(row, "mean_before")));
        CHECK(near(summarise_scale(after).mean, table.number(row, "mean_after")));
        CHECK(near(summarise_scale(before).median, table.number(row, "median_before")));
        CHECK(near(summarise_scale(after).median, table.number(row, "median_after")));
        CHECK(near(summarise_scale(before).top2, table.number(row, "top2_before")));
        CHECK(near(summarise_scale(after).top2, table.number(row, "top2_after")));
        const auto got = compare_ordinal(before, after);
        CHECK(near(got.u_after, table.number(row, "U_after")));
        CHECK(near(got.probability_after, table.number(row, "prob_superiority_after")));
        CHECK(near(got.cliffs_delta, table.number(row, "cliffs_delta")));
        CHECK(near(got.p_asymptotic, table.number(row, "p_asymptotic")));
        CHECK(near(got.p_asymptotic_corrected, table.number(row, "p_asymptotic_cc")));
        CHECK(near(got.p_exact, table.number(row, "p_exact")));
        const auto odds = proportional_odds(before, after);
        CHECK(near(odds.log_odds_ratio, table.number(row, "prop_odds_logOR"), 1e-4));
        CHECK(near(odds.standard_error, table.number(row, "prop_odds_SE"), 1e-4));
        CHECK(near(odds.odds_ratio, table.number(row, "prop_odds_OR"), 1e-4));
    }
}

TEST_CASE("groups on a scale that cannot be compared") {
    const std::vector<std::int64_t> none(5, 0);
    const std::vector<std::int64_t> low{20, 10, 0, 0, 0};
    const std::vector<std::int64_t> high{0, 0, 0, 10, 20};
    CHECK(is_missing(compare_ordinal(none, low).u_after));
    CHECK(compare_ordinal(low, high).probability_after == 1);
    CHECK(is_missing(proportional_odds(low, high).odds_ratio)); // nobody is in between: no end to the odds
    const std::vector<std::int64_t> same{0, 0, 15, 0, 0};
    CHECK(is_missing(proportional_odds(same, same).odds_ratio));
}

TEST_CASE("the same persons on a scale against R and coin") {
    const auto table = oracle::survey_table("paired_ordinal.csv");
    const auto data = oracle::survey_table("paired_ordinal_data.csv");
    REQUIRE(table.size() == 5);
    for (std::size_t row = 0; row < table.size(); ++row) {
        const auto set = table.text(row, "set");
        CAPTURE(set);
        const auto got =
            compare_paired_ordinal(oracle::of_set(data, set, "before"), oracle::of_set(data, set, "after"));
        CHECK(got.pairs == table.number(row, "n_pairs"));
        CHECK(got.improved == table.number(row, "improved"));
        CHECK(got.unchanged == table.number(row, "unchanged"));
        CHECK(got.worsened == table.number(row, "worsened"));
        CHECK(near(got.mean_change, table.number(row, "mean_change")));
        CHECK(near(got.standard_deviation, table.number(row, "sd_change")));
        CHECK(near(got.interval.lower, table.number(row, "ci95_lo")));
        CHECK(near(got.interval.upper, table.number(row, "ci95_hi")));
        CHECK(near(got.p_t, table.number(row, "p_t")));
        CHECK(near(got.p_sign, table.number(row, "p_sign_exact")));
        CHECK(near(got.v, table.number(row, "V")));
        CHECK(near(got.p_wilcoxon_corrected, table.number(row, "p_wilcoxon_cc")));
        CHECK(near(got.p_wilcoxon, table.number(row, "p_wilcoxon")));
        CHECK(near(got.p_wilcoxon_exact, table.number(row, "p_wilcoxon_exact")));
        CHECK(near(got.p_pratt_exact, table.number(row, "p_pratt_exact")));
    }
    CHECK(compare_paired_ordinal({}, {}).pairs == 0);
}
