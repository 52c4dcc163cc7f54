// Every chart case of the reference tables (qicharts2, pbcharts), point by point.
#include <doctest/doctest.h>

#include <set>

#include "statistics/chart.hpp"
#include "statistics/chart_summary.hpp"
#include "statistics/oracle_table.hpp"

using namespace maerkbar;
using namespace maerkbar::statistics;
using oracle::close;
using oracle::Table;

namespace {

struct Case {
    std::filesystem::path folder;
    std::string id;
    std::string series;
    ChartType type = ChartType::run;
    bool uses_n = false;
    Aggregate aggregate = Aggregate::mean;
    ChartOptions options;
};

Aggregate aggregate_named(const std::string& name) {
    return name == "median" ? Aggregate::median
           : name == "sum"  ? Aggregate::sum
           : name == "sd"   ? Aggregate::sd
                            : Aggregate::mean;
}

Case read_case(const std::filesystem::path& folder, const Table& manifest, std::size_t row) {
    Case one{folder, manifest.text(row, "case_id"), manifest.text(row, "series"), {}, {}, {}, {}};
    one.type = chart_type(manifest.text(row, "chart")).value();
    one.uses_n = manifest.text(row, "uses_n") == "1";
    one.aggregate = aggregate_named(manifest.text(row, "agg"));
    one.options.screen = manifest.text(row, "screened") == "1";
    one.options.multiply = manifest.number(row, "multiply");
    one.options.parts = oracle::list(manifest.text(row, "part"));
    one.options.exclude = oracle::list(manifest.text(row, "exclude"));
    one.options.non_negative = manifest.text(row, "note") == "negative lower limits set to 0";
    if (const auto freeze = oracle::list(manifest.text(row, "freeze")); !freeze.empty())
        one.options.freeze = freeze.front();
    if (const double centre = manifest.number(row, "known_cl"); !is_missing(centre))
        one.options.centre = centre;
    return one;
}

std::vector<Subgroup> points_of(const Case& one, const Table& input, const std::vector<std::size_t>& rows,
                                ChartOptions& options) {
    std::vector<std::string> x;
    std::vector<double> y;
    std::vector<double> n;
    for (const auto row : rows) {
        x.push_back(input.text(row, "x"));
        y.push_back(input.number(row, "y"));
        if (one.uses_n) n.push_back(input.number(row, "n"));
        // The manifest says so: in this file y is already divided by n.
        if (one.uses_n && one.series == "waiting_times_dk") y.back() *= n.back();
    }
    const auto axis = oracle::axis_of(x);
    options.categorical = axis.categorical;
    if (!input.has("mean")) return group_rows({axis.keys, y, n}, one.aggregate).points;
    std::vector<Subgroup> points;
    for (const auto row : rows)
        points.push_back(Subgroup::summarised(static_cast<int>(input.number(row, "n")),
                                              input.number(row, "mean"), input.number(row, "sd")));
    return points;
}

using Facet = std::pair<std::string, std::string>;

std::vector<std::size_t> rows_of(const Table& table, const Facet& facet, const char* first,
                                 const char* second) {
    std::vector<std::size_t> rows;
    for (std::size_t row = 0; row < table.size(); ++row)
        if (table.text(row, first) == facet.first && table.text(row, second) == facet.second)
            rows.push_back(row);
    return rows;
}

void compare_point(const ChartPoint& point, const Table& expected, std::size_t row) {
    CHECK(point.part == static_cast<int>(expected.number(row, "part")));
    CHECK(close(point.y, expected.number(row, "y")));
    CHECK(close(point.cl, expected.number(row, "cl")));
    CHECK(close(point.lcl, expected.number(row, "lcl")));
    CHECK(close(point.lcl2, expected.number(row, "lcl2")));
    CHECK(close(point.ucl2, expected.number(row, "ucl2")));
    CHECK(close(point.ucl, expected.number(row, "ucl")));
    CHECK(point.sigma_signal == (expected.text(row, "sigma_signal") == "1"));
    CHECK(point.runs_signal == (expected.text(row, "runs_signal") == "1"));
    CHECK(point.baseline == (expected.text(row, "baseline") == "1"));
    CHECK(point.include == (expected.text(row, "include") == "1"));
}

void compare_summary(const PartSummary& got, const Table& expected, std::size_t row) {
    CHECK(static_cast<double>(got.points) == expected.number(row, "n_obs"));
    CHECK(got.runs.useful == static_cast<int>(expected.number(row, "n_useful")));
    CHECK(got.runs_signal == (expected.text(row, "runs_signal") == "1"));
    CHECK(close(got.mean_lcl, expected.number(row, "mean_lcl")));
    CHECK(close(got.centre, expected.number(row, "cl")));
    CHECK(close(got.mean_ucl, expected.number(row, "mean_ucl")));
    CHECK(got.sigma_signals == static_cast<int>(expected.number(row, "sigma_signals")));
    if (got.runs.useful == 0) return;
    CHECK(got.runs.longest == static_cast<int>(expected.number(row, "longest_run")));
    CHECK(got.runs.longest_max == static_cast<int>(expected.number(row, "longest_run_max")));
    CHECK(got.runs.crossings == static_cast<int>(expected.number(row, "crossings")));
    CHECK(got.runs.crossings_min == static_cast<int>(expected.number(row, "crossings_min")));
}

struct Expected {
    Table points;
    Table summary;
    std::vector<std::size_t> summary_rows; // of this case
};

void compare_facet(const Case& one, const Table& input, const Facet& facet, const Expected& expected) {
    CAPTURE(facet.first);
    CAPTURE(facet.second);
    ChartOptions options = one.options;
    const auto points = points_of(one, input, rows_of(input, facet, "f1", "f2"), options);
    const auto got = chart(one.type, points, options);
    REQUIRE(got.ok());
    const bool faceted = expected.points.has("facet1");
    const Facet name{facet.first.empty() ? "1" : facet.first, facet.second.empty() ? "1" : facet.second};
    const auto rows = rows_of(expected.points, faceted ? name : Facet{}, "facet1", "facet2");
    REQUIRE(got->points.size() == rows.size());
    for (std::size_t i = 0; i < rows.size(); ++i) {
        CAPTURE(i);
        compare_point(got->points[i], expected.points, rows[i]);
    }
    std::size_t part = 0;
    for (const auto row : expected.summary_rows)
        if (expected.summary.text(row, "facet1") == name.first &&
            expected.summary.text(row, "facet2") == name.second)
            compare_summary(summary_of(*got, got->parts.at(part++)), expected.summary, row);
    CHECK(part == got->parts.size());
}

void compare_case(const Case& one, const Table& manifest, std::size_t row, const Table& summary) {
    CAPTURE(one.id);
    const Table input(one.folder / manifest.text(row, "input"));
    REQUIRE(input.size() > 0);
    const Expected expected{Table(one.folder / manifest.text(row, "points")), summary,
                            summary.rows_where("case_id", one.id)};
    REQUIRE(!expected.summary_rows.empty());
    std::set<Facet> facets;
    for (std::size_t i = 0; i < input.size(); ++i)
        facets.emplace(input.text(i, "f1"), input.text(i, "f2"));
    for (const auto& facet : facets)
        compare_facet(one, input, facet, expected);
}

int compare_folder(const std::filesystem::path& folder, bool only_not_free) {
    const Table manifest(folder / "manifest_qic.csv");
    const Table summary(folder / "summary_qic.csv");
    int cases = 0;
    for (std::size_t row = 0; row < manifest.size(); ++row) {
        if (manifest.text(row, "normative") != "1") continue;
        if (only_not_free && manifest.text(row, "licence") != "GPL-3") continue;
        compare_case(read_case(folder, manifest, row), manifest, row, summary);
        ++cases;
    }
    return cases;
}

} // namespace

TEST_CASE("charts equal the reference, point by point") {
    CHECK(compare_folder(oracle::free_data, false) == 363);
}

TEST_CASE("charts equal the reference on series that may not be released") {
    if (!std::filesystem::exists(oracle::other_data)) {
        MESSAGE("SKIPPED: the series under GPL-3 are not here");
        return;
    }
    CHECK(compare_folder(oracle::other_data, true) == 236);
}

TEST_CASE("a time of zero is refused on a T chart, and the point is named") {
    const Table input(oracle::free_data / "edge/in_t_zero.csv");
    const auto y = input.numbers("y");
    const auto got = chart(ChartType::t, group_rows({input.numbers("x"), y, {}}).points);
    REQUIRE(!got.ok());
    CHECK(got.error().code == "chart.time_not_positive");
    CHECK(got.error().english().starts_with("Point 2 has no time"));
}

namespace {

void compare_prime_point(const ChartPoint& point, const ChartPart& part, const Table& expected,
                         std::size_t row) {
    CHECK(point.part == static_cast<int>(expected.number(row, "part")));
    for (const auto& [value, column] :
         {std::pair{point.y, "y"}, {point.cl, "cl"}, {point.lcl, "lcl"}, {point.ucl, "ucl"}})
        CHECK(close(value, expected.number(row, column)));
    CHECK(point.sigma_signal == (expected.text(row, "sigma_signal") == "1"));
    CHECK(point.runs_signal == (expected.text(row, "runs_signal") == "1"));
    // There, an excluded point is no part of the baseline.
    CHECK((point.baseline && point.include) == (expected.text(row, "baseline") == "1"));
    CHECK(point.include == (expected.text(row, "include") == "1"));
    for (const auto& [value, column] : {std::pair{part.runs.useful, "n_useful"},
                                        {part.runs.longest, "longest_run"},
                                        {part.runs.longest_max, "longest_run_max"},
                                        {part.runs.crossings, "crossings"},
                                        {part.runs.crossings_min, "crossings_min"}})
        CHECK(value == static_cast<int>(expected.number(row, column)));
}

void compare_prime_case(const std::filesystem::path& folder, const Table& manifest, std::size_t row) {
    const auto id = manifest.text(row, "case_id");
    CAPTURE(id);
    const Table input(folder / manifest.text(row, "input"));
    const Table expected(folder / "iprime" / (id + ".csv"));
    ChartOptions options;
    options.screen = manifest.text(row, "screened") == "1";
    options.multiply = manifest.number(row, "multiply");
    options.parts = oracle::list(manifest.text(row, "split"));
    options.exclude = oracle::list(manifest.text(row, "exclude"));
    if (const auto freeze = oracle::list(manifest.text(row, "freeze")); !freeze.empty())
        options.freeze = freeze.front();
    std::vector<Subgroup> points;
    for (std::size_t i = 0; i < input.size(); ++i)
        points.push_back(Subgroup::counted(input.number(i, "y"), input.number(i, "n")));
    const auto got = chart(ChartType::i_prime, points, options);
    REQUIRE(got.ok());
    REQUIRE(got->points.size() == expected.size());
    for (std::size_t i = 0; i < expected.size(); ++i) {
        const auto& point = got->points[i];
        compare_prime_point(point, got->parts[static_cast<std::size_t>(point.part) - 1], expected, i);
    }
}

} // namespace

TEST_CASE("on I-prime charts freezing and excluding govern the standard deviation as well") {
    const Table free_cases(oracle::free_data / "manifest_iprime.csv");
    REQUIRE(free_cases.size() == 35);
    for (std::size_t row = 0; row < free_cases.size(); ++row)
        compare_prime_case(oracle::free_data, free_cases, row);
}

TEST_CASE("I-prime charts of series that may not be released") {
    if (!std::filesystem::exists(oracle::other_data)) {
        MESSAGE("SKIPPED: the series under GPL-3 are not here");
        return;
    }
    const Table all_cases(oracle::other_data / "manifest_iprime.csv");
    REQUIRE(all_cases.size() == 45);
    for (std::size_t row = 0; row < all_cases.size(); ++row)
        compare_prime_case(oracle::other_data, all_cases, row);
}
