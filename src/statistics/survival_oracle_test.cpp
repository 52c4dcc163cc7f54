// Survival against the results of R's package survival 3.5 (tests/data/survival/README.md).
#include <doctest/doctest.h>

#include <map>
#include <set>

#include "statistics/finished_only.hpp"
#include "statistics/oracle_table.hpp"
#include "statistics/survival.hpp"
#include "statistics/survival_comparison.hpp"

using namespace maerkbar::statistics;
using oracle::Table;

namespace {

namespace fs = std::filesystem;

// Printed with nine significant digits: half a unit of the last is at most 5e-9 of the value.
bool near(double got, double expected) {
    if (is_missing(got) || is_missing(expected)) return is_missing(got) && is_missing(expected);
    return std::fabs(got - expected) <= 6e-9 * std::fabs(expected) + 1e-300;
}

class Data {
  public:
    explicit Data(const fs::path& folder) : folder_(folder), input_(folder / "input.csv") {}

    [[nodiscard]] Table table(const char* name) const { return Table(folder_ / name); }

    [[nodiscard]] std::vector<Followed> cases(const std::string& column, const std::string& value) const {
        std::vector<Followed> cases;
        for (std::size_t row = 0; row < input_.size(); ++row)
            if (column == "all" || input_.text(row, column) == value)
                cases.push_back({input_.number(row, "time"), input_.text(row, "event") == "1"});
        return cases;
    }
    [[nodiscard]] std::vector<double> finished(const std::string& column, const std::string& value) const {
        std::vector<double> times;
        for (const auto& followed : cases(column, value))
            if (followed.ended) times.push_back(followed.time);
        return times;
    }

    // Groups in the order of `values`; cases in none are left out.
    [[nodiscard]] std::vector<GroupedCase> grouped(const std::string& column,
                                                   const std::vector<std::string>& values) const {
        std::vector<GroupedCase> cases;
        for (std::size_t row = 0; row < input_.size(); ++row) {
            const auto found = std::find(values.begin(), values.end(), input_.text(row, column));
            if (found == values.end()) continue;
            cases.push_back({input_.number(row, "time"), input_.text(row, "event") == "1",
                             static_cast<std::size_t>(found - values.begin())});
        }
        return cases;
    }

  private:
    fs::path folder_;
    Table input_;
};

void check_curves(const Data& data) {
    const auto expected = data.table("km_curve.csv");
    REQUIRE(expected.size() > 100);
    for (std::size_t row = 0; row < expected.size();) {
        const auto column = expected.text(row, "group");
        const auto value = expected.text(row, "value");
        CAPTURE(column);
        CAPTURE(value);
        const auto curve = survival_curve(data.cases(column, value));
        for (const auto& point : curve->points) {
            REQUIRE(row < expected.size());
            CAPTURE(point.time);
            CHECK(expected.text(row, "value") == value);
            CHECK(near(point.time, expected.number(row, "time")));
            CHECK(static_cast<double>(point.at_risk) == expected.number(row, "n_risk"));
            CHECK(static_cast<double>(point.ended) == expected.number(row, "n_event"));
            CHECK(static_cast<double>(point.open) == expected.number(row, "n_censor"));
            CHECK(near(point.share_open, expected.number(row, "surv")));
            CHECK(near(point.standard_error(), expected.number(row, "greenwood_se_surv")));
            CHECK(near(limits_at(point, LimitScale::log_log).lower, expected.number(row, "loglog_lower")));
            CHECK(near(limits_at(point, LimitScale::log_log).upper, expected.number(row, "loglog_upper")));
            CHECK(near(limits_at(point, LimitScale::log).lower, expected.number(row, "log_lower")));
            CHECK(near(limits_at(point, LimitScale::log).upper, expected.number(row, "log_upper")));
            ++row;
        }
    }
}

void check_quantiles(const Data& data) {
    const std::map<std::string, LimitScale> scales{
        {"plain", LimitScale::plain}, {"log", LimitScale::log}, {"log-log", LimitScale::log_log}};
    const auto expected = data.table("km_quantiles.csv");
    REQUIRE(expected.size() >= 36);
    for (std::size_t row = 0; row < expected.size(); ++row) {
        const auto value = expected.text(row, "value");
        CAPTURE(value);
        CAPTURE(expected.text(row, "conf_type"));
        const auto curve = survival_curve(data.cases(expected.text(row, "group"), value));
        CHECK(static_cast<double>(curve->cases) == expected.number(row, "n"));
        CHECK(static_cast<double>(curve->ended) == expected.number(row, "events"));
        const double p = expected.number(row, "p");
        CAPTURE(p);
        const auto got = time_quantile(*curve, p, scales.at(expected.text(row, "conf_type")));
        CHECK(near(got.time, expected.number(row, "time")));
        CHECK(near(got.limits.lower, expected.number(row, "lower")));
        CHECK(near(got.limits.upper, expected.number(row, "upper")));
        if (observed_until(*curve) < 365) continue; // said to be unknown: see survival_test.cpp
        const auto mean = restricted_mean(*curve, 365);
        CHECK(near(mean.value, expected.number(row, "rmst365")));
        CHECK(near(mean.standard_error, expected.number(row, "rmst365_se")));
    }
}

void check_tests(const Data& data) {
    const auto expected = data.table("logrank.csv");
    REQUIRE(expected.size() >= 4);
    for (std::size_t row = 0; row < expected.size();) {
        const auto column = expected.text(row, "group");
        const auto rho = expected.text(row, "rho");
        std::vector<std::string> values;
        for (auto at = row;
             at < expected.size() && expected.text(at, "group") == column && expected.text(at, "rho") == rho;
             ++at)
            values.push_back(expected.text(at, "value"));
        const auto weight = rho == "1" ? TestWeight::peto : TestWeight::log_rank;
        const auto got = compare_curves(data.grouped(column, values), values.size(), weight);
        for (const auto& group : got->groups) {
            CAPTURE(expected.text(row, "value"));
            CHECK(static_cast<double>(group.cases) == expected.number(row, "n"));
            CHECK(near(group.observed, expected.number(row, "observed")));
            CHECK(near(group.expected, expected.number(row, "expected")));
            CHECK(near(got->chi_squared, expected.number(row, "chisq")));
            CHECK(got->degrees_of_freedom == static_cast<int>(expected.number(row, "df")));
            // p moves with the whole size of chisq, of which nine digits are known.
            CHECK(std::fabs(got->p / expected.number(row, "p") - 1) < 1e-8);
            ++row;
        }
    }
}

void check_finished_only(const Data& data) {
    const auto expected = data.table("two_sample_completed_only.csv");
    REQUIRE(expected.size() == 1);
    const auto column = expected.text(0, "group");
    const auto a = data.finished(column, expected.text(0, "a"));
    const auto b = data.finished(column, expected.text(0, "b"));
    const auto check_figures = [&](const std::vector<double>& times, const std::string& name) {
        const auto got = finished_figures(times);
        CHECK(static_cast<double>(got.cases) == expected.number(0, "n_" + name));
        CHECK(near(got.median, expected.number(0, "median_" + name)));
        CHECK(near(got.mean, expected.number(0, "mean_" + name)));
        CHECK(near(got.p90, expected.number(0, "p90_" + name)));
        CHECK(near(got.longest, expected.number(0, "max_" + name)));
    };
    check_figures(a, "a");
    check_figures(b, "b");
    CHECK(near(rank_test(a, b).w, expected.number(0, "wilcoxon_W")));
    CHECK(near(rank_test(a, b).p, expected.number(0, "wilcoxon_p")));
    CHECK(near(hodges_lehmann(a, b), expected.number(0, "hodges_lehmann")));
    CHECK(near(welch_test(a, b).t, expected.number(0, "welch_t")));
    CHECK(near(welch_test(a, b).degrees_of_freedom, expected.number(0, "welch_df")));
    CHECK(near(welch_test(a, b).p, expected.number(0, "welch_p")));
}

void check_all(const fs::path& folder) {
    CAPTURE(folder.string());
    const Data data(folder);
    check_curves(data);
    check_quantiles(data);
    check_tests(data);
    check_finished_only(data);
}

} // namespace

TEST_CASE("building permits of Calgary: curves, quantiles, tests, and what finished cases alone say") {
    for (const auto* name :
         {"calgary_time_to_issue", "calgary_as_of_2024-07-01", "calgary_time_to_completion"})
        check_all(fs::path("tests/data/survival") / name);
}

TEST_CASE("receipt phase of a Dutch permit, in fractions of days") {
    const fs::path folder = "../shared/oracles/flow/survival_receipt_cut_2011-07-01";
    if (!fs::exists(folder)) {
        MESSAGE("SKIPPED: the receipt log may not be released and is not here");
        return;
    }
    check_all(folder);
}
