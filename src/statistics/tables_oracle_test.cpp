// Limits of the run rules, their exact probabilities, constants and intervals against reference tables.
#include <doctest/doctest.h>

#include "statistics/intervals.hpp"
#include "statistics/oracle_table.hpp"
#include "statistics/runs.hpp"
#include "statistics/runs_exact.hpp"
#include "statistics/shewhart.hpp"

using namespace maerkbar::statistics;
using oracle::close;
using oracle::Table;

namespace {

Share share_at(const Table& table, std::size_t row, const char* count, const char* n) {
    return {table.number(row, count), table.number(row, n)};
}

} // namespace

TEST_CASE("limits of the run rules for 1 to 1000 points") {
    const Table table(oracle::free_data / "table_anhoej_limits.csv");
    REQUIRE(table.size() == 1000);
    for (std::size_t row = 0; row < table.size(); ++row) {
        const int n = static_cast<int>(table.number(row, "n_useful"));
        CHECK(longest_run_max(n) == static_cast<int>(table.number(row, "longest_run_max")));
        CHECK(crossings_min(n) == static_cast<int>(table.number(row, "crossings_min")));
    }
}

TEST_CASE("limits of the run rules go on beyond the table") {
    CHECK(crossings_min(1001) - crossings_min(1000) <= 1);
    CHECK(crossings_min(1001) >= crossings_min(1000));
    CHECK(crossings_min(100000) == 49739); // 49999.5 - 1.645 * sqrt(99999)/2 - 0.5, rounded up
    CHECK(longest_run_max(100000) == 20);
}

TEST_CASE("exact probabilities of false signals") {
    const Table table(oracle::free_data / "table_anhoej_exact.csv");
    REQUIRE(table.size() == 91);
    for (std::size_t row = 0; row < table.size(); ++row) {
        const int n = static_cast<int>(table.number(row, "n_useful"));
        CAPTURE(n);
        const int length = longest_run_max(n);
        const int count = crossings_min(n);
        CHECK(close(probability_of_longer_run(n, length), table.number(row, "p_long_run")));
        CHECK(close(probability_of_fewer_crossings(n, count), table.number(row, "p_few_crossings")));
        CHECK(close(probability_of_either(n, length, count), table.number(row, "p_signal_fair_coin")));
        CHECK(close(probability_of_either(n, length, count, CentreLine::even_split),
                    table.number(row, "p_signal_even_split")));
    }
}

TEST_CASE("the p-value of runs") {
    const auto runs = [](int useful, int longest, int crossings) {
        Runs result;
        result.useful = useful;
        result.longest = longest;
        result.crossings = crossings;
        return runs_p_value(result);
    };
    CHECK(runs(0, 0, 0) == 1);
    CHECK(runs(4, 4, 0) == doctest::Approx(2.0 / 16)); // one run of four: two of sixteen sequences
    CHECK(runs(4, 1, 3) == doctest::Approx(1)); // nothing is less surprising than both rules at their best
    // Four sides: longest run 3 or more in 6 of 16 sequences, at most one crossing in 8 of 16. Seen 3 and 1:
    // the more improbable is 6/16; at least as improbable are the 6 and those without crossing, which are
    // among them.
    CHECK(runs(4, 3, 1) == doctest::Approx(6.0 / 16));
    CHECK(is_missing(runs(1001, 20, 500)));
    CHECK(runs(24, 12, 3) < 0.01);
    CHECK(runs(24, 4, 12) > 0.5);
}

TEST_CASE("constants of Shewhart") {
    const Table table(oracle::free_data / "table_shewhart_constants.csv");
    REQUIRE(table.size() == 106);
    for (std::size_t row = 0; row < table.size(); ++row) {
        const double n = table.number(row, "n");
        CAPTURE(n);
        CHECK(close(c4(n), table.number(row, "c4")));
        CHECK(close(c5(n), table.number(row, "c5")));
        CHECK(close(a3(n), table.number(row, "A3")));
        CHECK(close(b3(n), table.number(row, "B3")));
        CHECK(close(b4(n), table.number(row, "B4")));
    }
    CHECK(is_missing(c4(1)));
}

TEST_CASE("Wilson and Clopper-Pearson intervals") {
    const Table table(oracle::free_data / "effect/wilson.csv");
    REQUIRE(table.size() > 5);
    for (std::size_t row = 0; row < table.size(); ++row) {
        const auto share = share_at(table, row, "x", "n");
        CAPTURE(share.count);
        CAPTURE(share.n);
        CHECK(close(wilson(share).lower, table.number(row, "lo95")));
        CHECK(close(wilson(share).upper, table.number(row, "hi95")));
        CHECK(close(wilson(share, 0.998).lower, table.number(row, "lo99.8")));
        CHECK(close(wilson(share, 0.998).upper, table.number(row, "hi99.8")));
        CHECK(close(clopper_pearson(share).lower, table.number(row, "cp_lo95")));
        CHECK(close(clopper_pearson(share).upper, table.number(row, "cp_hi95")));
    }
    CHECK(is_missing(wilson({0, 0}).lower));
    CHECK(is_missing(clopper_pearson({0, 0}).upper));
}

TEST_CASE("Poisson intervals of counts") {
    const Table table(oracle::free_data / "effect/poisson_intervals.csv");
    REQUIRE(table.size() > 5);
    for (std::size_t row = 0; row < table.size(); ++row) {
        const auto got = poisson(table.number(row, "count"));
        CHECK(close(got.lower, table.number(row, "exact_lo")));
        CHECK(close(got.upper, table.number(row, "exact_hi")));
    }
}

TEST_CASE("intervals of means and quantiles, by hand") {
    const auto mean = student_mean(10, 4, 16); // t(15, 0.975) = 2.131450
    CHECK(mean.lower == doctest::Approx(10 - 2.131450 * 0.5).epsilon(1e-6));
    CHECK(mean.upper == doctest::Approx(10 + 2.131450 * 0.5).epsilon(1e-6));
    CHECK(is_missing(student_mean(10, 4, 1).lower));
    const auto median = quantile_ranks(100, 0.5); // qbinom(0.025, 100, 0.5) = 40, qbinom(0.975, …) + 1 = 61
    CHECK(median.lower == 40);
    CHECK(median.upper == 61);
    const auto few = quantile_ranks(5, 0.9);
    CHECK(few.lower == 3); // qbinom(0.025, 5, 0.9)
    CHECK(few.upper == 0); // no upper bound can be given
}

TEST_CASE("Newcombe intervals for a difference of shares") {
    const Table table(oracle::free_data / "effect/newcombe_diff.csv");
    REQUIRE(table.size() == 11);
    for (std::size_t row = 0; row < table.size(); ++row) {
        const auto got =
            newcombe_difference(share_at(table, row, "x1", "n1"), share_at(table, row, "x2", "n2"));
        CHECK(close(got.lower, table.number(row, "lo95")));
        CHECK(close(got.upper, table.number(row, "hi95")));
    }
}
