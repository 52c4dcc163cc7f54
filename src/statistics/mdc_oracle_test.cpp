// Every Making Data Count case of the reference, point by point and group by group.
#include <doctest/doctest.h>

#include <map>

#include "statistics/making_data_count.hpp"
#include "statistics/oracle_table.hpp"

using namespace maerkbar;
using namespace maerkbar::statistics;
using oracle::close;
using oracle::Table;

namespace {

struct Series {
    std::string facet = "no facet";
    std::vector<std::string> x;
    std::vector<double> y;
};

std::string measure_of(const std::string& id) {
    return id.substr(std::string("ae_all_type1_").size());
}

double bulk_value(const Table& input, std::size_t row, const std::string& measure) {
    const double attendances = input.number(row, "attendances");
    const double breaches = input.number(row, "breaches");
    return measure == "perf"       ? 100 * (1 - breaches / attendances)
           : measure == "breaches" ? breaches
                                   : attendances;
}

// Departments of type 1 with all 36 months, as the manifest's note says.
std::vector<Series> bulk_series(const Table& input, const std::string& measure) {
    std::map<std::string, Series> by_code;
    for (const auto row : input.rows_where("type", "1")) {
        auto& series = by_code[input.text(row, "org_code")];
        series.x.push_back(input.text(row, "period"));
        series.y.push_back(bulk_value(input, row, measure));
    }
    std::vector<Series> complete;
    for (auto& [code, series] : by_code)
        if (series.x.size() == 36) complete.push_back({code, series.x, series.y});
    return complete;
}

std::vector<Series> series_of(const Table& input, const std::string& id) {
    if (input.has("org_code")) return bulk_series(input, measure_of(id));
    Series series;
    for (std::size_t row = 0; row < input.size(); ++row) {
        series.x.push_back(input.text(row, "x"));
        series.y.push_back(input.number(row, "y"));
    }
    return {series};
}

MdcOptions options_of(const Table& manifest, std::size_t row, const Series& series) {
    MdcOptions options;
    const auto direction = manifest.text(row, "improvement_direction");
    options.improvement = direction == "increase"   ? Improvement::increase
                          : direction == "decrease" ? Improvement::decrease
                                                    : Improvement::neutral;
    if (const double target = manifest.number(row, "target"); !is_missing(target)) options.target = target;
    if (const auto fix = oracle::list(manifest.text(row, "fix_after_n_points")); !fix.empty())
        options.fix_after = fix.front();
    options.screen = manifest.text(row, "screen_outliers") == "1";
    const auto rebase = manifest.text(row, "rebase");
    for (std::size_t i = 0; i < series.x.size(); ++i)
        if (rebase.find(series.x[i]) != std::string::npos) options.rebase.push_back(i);
    return options;
}

void check_flag(bool got, const std::string& expected) {
    if (!expected.empty()) CHECK(got == (expected == "1"));
}

void compare_point(const MdcPoint& point, const MdcGroup& group, const Table& expected, std::size_t row) {
    CHECK(close(point.y, expected.number(row, "y")));
    CHECK(close(group.mean, expected.number(row, "mean")));
    CHECK(close(group.limits.lower, expected.number(row, "lpl")));
    CHECK(close(group.limits.upper, expected.number(row, "upl")));
    CHECK(point.used_for_limits == (expected.text(row, "used_for_limits") == "1"));
    check_flag(point.outside, expected.text(row, "outside_limits"));
    check_flag(point.near, expected.text(row, "close_to_limits"));
    if (const double side = expected.number(row, "relative_to_mean"); !is_missing(side))
        CHECK(point.side == side);
    CHECK(label_of(point.cause) == expected.text(row, "special_cause_type"));
    CHECK(code_of(point.type) == expected.text(row, "point_type"));
    CHECK(group.is_short == (expected.text(row, "short_group") == "1"));
}

void compare_group(const MdcChart& chart, const MdcGroup& group, const Table& expected, std::size_t row) {
    CHECK(group.end - group.first == static_cast<std::size_t>(expected.number(row, "n")));
    for (const auto& [value, column] : {std::pair{group.common, "n_common"},
                                        {group.improvement, "n_improvement"},
                                        {group.concern, "n_concern"},
                                        {group.neutral_high, "n_neutral_high"},
                                        {group.neutral_low, "n_neutral_low"}})
        CHECK(value == static_cast<int>(expected.number(row, column)));
    CHECK(code_of(chart.points[group.end - 1].type) == expected.text(row, "variation_last"));
    if (&group == &chart.groups.back()) CHECK(code_of(group.assurance) == expected.text(row, "assurance"));
}

std::vector<std::size_t> rows_of(const Table& table, const std::string& id, const std::string& facet) {
    std::vector<std::size_t> rows;
    for (const auto row : table.rows_where("f", facet))
        if (!table.has("case_id") || table.text(row, "case_id") == id) rows.push_back(row);
    return rows;
}

void compare_series(const MdcChart& got, const Table& points, const std::vector<std::size_t>& rows) {
    REQUIRE(got.points.size() == rows.size());
    for (std::size_t i = 0; i < rows.size(); ++i) {
        CAPTURE(i);
        compare_point(got.points[i], got.groups[static_cast<std::size_t>(got.points[i].group)], points,
                      rows[i]);
    }
}

struct Manifest {
    Table cases{oracle::free_data / "manifest_mdc.csv"};
    Table summary{oracle::free_data / "summary_mdc.csv"};
};

void compare_case(const Manifest& manifest, std::size_t row) {
    const auto id = manifest.cases.text(row, "case_id");
    CAPTURE(id);
    const Table input(oracle::free_data / manifest.cases.text(row, "input"));
    const Table points(oracle::free_data / manifest.cases.text(row, "points"));
    REQUIRE(points.size() > 0);
    for (const auto& series : series_of(input, id)) {
        CAPTURE(series.facet);
        const auto got = making_data_count(series.y, options_of(manifest.cases, row, series));
        REQUIRE(got.ok());
        compare_series(*got, points, rows_of(points, id, series.facet));
        const auto groups = rows_of(manifest.summary, id, series.facet);
        REQUIRE(got->groups.size() == groups.size());
        for (std::size_t g = 0; g < groups.size(); ++g)
            compare_group(*got, got->groups[g], manifest.summary, groups[g]);
    }
}

} // namespace

TEST_CASE("Making Data Count equals the reference") {
    const Manifest manifest;
    int compared = 0;
    for (std::size_t row = 0; row < manifest.cases.size(); ++row) {
        const auto id = manifest.cases.text(row, "case_id");
        if (manifest.cases.text(row, "status") != "ok" || id.starts_with("edge_constant")) continue;
        compare_case(manifest, row);
        ++compared;
    }
    CHECK(compared == 77);
}

TEST_CASE("limits from fewer than twelve points are refused") {
    const Table input(oracle::free_data / "mdc/in_edge_fix11.csv");
    MdcOptions options;
    options.fix_after = 11;
    const auto got = making_data_count(input.numbers("y"), options);
    REQUIRE(!got.ok());
    CHECK(got.error().code == "mdc.fix_after_too_few");
}

TEST_CASE("a gap inside a rise interrupts it") {
    const Table input(oracle::free_data / "mdc/in_edge_na_in_trend.csv");
    const auto got = making_data_count(input.numbers("y"));
    REQUIRE(got.ok());
    for (const auto& point : got->points)
        CHECK(point.cause != SpecialCause::trend_up);
}

TEST_CASE("a constant series keeps or misses its target for sure") {
    const auto assurance = [](double y, double target, Improvement improvement) {
        const std::vector<double> values(15, y);
        MdcOptions options;
        options.target = target;
        options.improvement = improvement;
        const auto got = making_data_count(values, options);
        CHECK(got->groups[0].limits.lower == y);
        CHECK(got->groups[0].limits.upper == y);
        CHECK(got->groups[0].common == 15);
        return got->groups[0].assurance;
    };
    CHECK(assurance(100, 100, Improvement::increase) == Assurance::consistent_pass);
    CHECK(assurance(99, 100, Improvement::increase) == Assurance::consistent_fail);
    CHECK(assurance(101, 100, Improvement::increase) == Assurance::consistent_pass);
    CHECK(assurance(99, 100, Improvement::decrease) == Assurance::consistent_pass);
    CHECK(assurance(101, 100, Improvement::decrease) == Assurance::consistent_fail);
    CHECK(assurance(0.1, 0.1, Improvement::increase) == Assurance::consistent_pass);
}
