#include <doctest/doctest.h>

#include "statistics/share_intervals.hpp"
#include "statistics/survey_oracle.hpp"

using namespace maerkbar::statistics;
using oracle::near;

TEST_CASE("five intervals for a share against R") {
    const auto table = oracle::survey_table("proportion_ci.csv");
    REQUIRE(table.size() > 30);
    for (std::size_t row = 0; row < table.size(); ++row) {
        const Share share{table.number(row, "x"), table.number(row, "n")};
        const double confidence = table.number(row, "conf");
        CAPTURE(share.count);
        CAPTURE(share.n);
        const auto check = [&](Interval got, const std::string& name) {
            CAPTURE(name);
            CHECK(near(got.lower, table.number(row, name + "_lo")));
            CHECK(near(got.upper, table.number(row, name + "_hi")));
        };
        check(wilson(share, confidence), "wilson");
        check(wilson_corrected(share, confidence), "wilson_cc");
        check(clopper_pearson(share, confidence), "clopper");
        check(jeffreys(share, confidence), "jeffreys");
        check(agresti_coull(share, confidence), "agresti_coull");
    }
}

TEST_CASE("no answers, no interval") {
    CHECK(is_missing(wilson_corrected({0, 0}).lower));
    CHECK(is_missing(jeffreys({0, 0}).upper));
    CHECK(is_missing(agresti_coull({0, 0}).lower));
}
