#include <doctest/doctest.h>

#include "statistics/key_drivers.hpp"
#include "statistics/reliability.hpp"
#include "statistics/survey_oracle.hpp"

using namespace maerkbar::statistics;
using oracle::near;

namespace {

// One column an item, answers in the order of the file.
std::vector<std::vector<double>> items_of(const oracle::Table& data, const std::string& set) {
    std::map<std::string, std::vector<double>> items;
    for (const auto row : data.rows_where("set", set))
        items[data.text(row, "item")].push_back(data.number(row, "score"));
    std::vector<std::vector<double>> columns;
    for (auto& [name, scores] : items)
        columns.push_back(std::move(scores));
    return columns;
}

std::vector<double> rising(std::size_t count) {
    std::vector<double> values;
    for (std::size_t i = 0; i < count; ++i)
        values.push_back(static_cast<double>(i % 5) + 1);
    return values;
}

} // namespace

TEST_CASE("alpha and omega of scales against psych and lavaan") {
    const auto table = oracle::survey_table("reliability.csv");
    const auto data = oracle::survey_table("reliability_data.csv");
    const auto per_item = oracle::survey_table("reliability_items.csv");
    REQUIRE(table.size() == 3);
    for (std::size_t row = 0; row < table.size(); ++row) {
        const auto set = table.text(row, "set");
        CAPTURE(set);
        const auto got = scale_reliability(items_of(data, set));
        CHECK(got.answers == table.number(row, "n"));
        CHECK(near(got.alpha, table.number(row, "alpha_raw")));
        CHECK(near(got.alpha_standardised, table.number(row, "alpha_std")));
        CHECK(near(got.alpha_interval.lower, table.number(row, "feldt_lo")));
        CHECK(near(got.alpha_interval.upper, table.number(row, "feldt_hi")));
        CHECK(near(got.mean_correlation, table.number(row, "mean_inter_item_r")));
        CHECK(near(got.omega_total, table.number(row, "omega_total_ml"), 1e-4));
        CHECK(got.thin == (set == "s3")); // three items, 25 answers
        const auto rows = per_item.rows_where("set", set);
        REQUIRE(got.items.size() == rows.size());
        for (std::size_t i = 0; i < rows.size(); ++i) {
            CHECK(near(got.items[i].mean, per_item.number(rows[i], "mean")));
            CHECK(near(got.items[i].standard_deviation, per_item.number(rows[i], "sd")));
            CHECK(near(got.items[i].rest_correlation, per_item.number(rows[i], "item_rest_r")));
            CHECK(near(got.items[i].alpha_if_dropped, per_item.number(rows[i], "alpha_if_dropped")));
        }
    }
}

TEST_CASE("scales that are none") {
    const std::vector<std::vector<double>> one{rising(40)};
    CHECK(is_missing(scale_reliability(one).alpha));
    const std::vector<std::vector<double>> two{rising(40), rising(40)};
    CHECK(scale_reliability(two).alpha == doctest::Approx(1));
    CHECK(is_missing(scale_reliability(two).omega_total)); // two items do not show a factor
    CHECK(is_missing(scale_reliability(two).items[0].alpha_if_dropped));
    const std::vector<std::vector<double>> constant{rising(40), std::vector<double>(40, 3.0)};
    CHECK(is_missing(scale_reliability(constant).alpha));
}

TEST_CASE("key drivers against R") {
    const auto table = oracle::survey_table("key_driver.csv");
    const auto data = oracle::survey_table("key_driver_data.csv");
    std::vector<std::vector<double>> columns;
    for (std::size_t row = 0; row < table.size(); ++row)
        columns.push_back(data.numbers(table.text(row, "driver")));
    const auto got = key_drivers(data.numbers("overall"), columns);
    REQUIRE(got.ok());
    REQUIRE(got->drivers.size() == 4);
    for (std::size_t row = 0; row < table.size(); ++row) {
        const auto& driver = got->drivers[row];
        CAPTURE(table.text(row, "driver"));
        CHECK(near(driver.mean, table.number(row, "mean")));
        CHECK(near(driver.correlation, table.number(row, "r_with_overall")));
        CHECK(near(driver.spearman, table.number(row, "spearman")));
        CHECK(near(driver.slope, table.number(row, "b")));
        CHECK(near(driver.beta, table.number(row, "beta")));
        CHECK(near(driver.shapley, table.number(row, "lmg_shapley")));
        CHECK(near(driver.shapley / got->r_squared, table.number(row, "lmg_share")));
        CHECK(near(driver.relative_weight, table.number(row, "johnson_relative_weight")));
        CHECK(near(driver.relative_weight / got->r_squared, table.number(row, "johnson_share")));
        CHECK(near(got->r_squared, table.number(row, "r2_total")));
        CHECK(near(driver.alone, table.number(row, "first_only_r2")));
        CHECK(near(driver.last, table.number(row, "last_r2")));
    }
}

TEST_CASE("drivers that cannot be told apart or have too few answers are refused") {
    const auto values = rising(60);
    CHECK(key_drivers(values, {}).error().code == "drivers.count");
    const std::vector<std::vector<double>> twice{values, values};
    CHECK(key_drivers(values, twice).error().code == "drivers.inseparable");
    const std::vector<std::vector<double>> constant{std::vector<double>(60, 4.0)};
    CHECK(key_drivers(values, constant).error().code == "drivers.inseparable");
    const auto few = rising(49);
    CHECK(key_drivers(few, std::vector<std::vector<double>>{few}).error().code == "drivers.too_few_answers");
}
