// Every case of limit recalculation of the reference (autospc), point by point.
#include "statistics/stable_shift.hpp"

#include <doctest/doctest.h>

#include "statistics/oracle_table.hpp"

using namespace maerkbar;
using namespace maerkbar::statistics;
using oracle::close;
using oracle::Table;

namespace {

struct Case {
    ChartType type = ChartType::i;
    double multiply = 1;
    std::vector<Subgroup> points;
    ShiftOptions options;
};

ChartType type_named(const std::string& name) {
    if (name == "C") return ChartType::c;
    if (name == "C'") return ChartType::u_prime; // of n = 1
    if (name == "P") return ChartType::p;
    return name == "P'" ? ChartType::p_prime : ChartType::i;
}

Case read_case(const Table& manifest, std::size_t row) {
    Case one;
    one.type = type_named(manifest.text(row, "chart"));
    const bool share = one.type == ChartType::p || one.type == ChartType::p_prime;
    one.multiply = share ? 100 : 1;
    const Table input(oracle::free_data / manifest.text(row, "input"));
    for (std::size_t i = 0; i < input.size(); ++i) {
        const double y = input.number(i, "y");
        if (one.type == ChartType::i || one.type == ChartType::c)
            one.points.push_back(Subgroup::measured(y));
        else
            one.points.push_back(Subgroup::counted(y, share ? input.number(i, "n") : 1));
    }
    one.options.period = static_cast<std::size_t>(manifest.number(row, "period_min"));
    one.options.run = static_cast<std::size_t>(manifest.number(row, "run_threshold"));
    one.options.max_exclusions = static_cast<std::size_t>(manifest.number(row, "max_exclusions"));
    one.options.every_shift = manifest.text(row, "every_shift") == "1";
    one.options.no_regrets = manifest.text(row, "no_regrets") == "1";
    one.options.overhanging = manifest.text(row, "overhanging") == "1";
    return one;
}

void compare_points(const Case& one, const std::vector<ProposedLevel>& levels, const Table& expected) {
    REQUIRE(expected.size() == one.points.size());
    std::size_t current = 0;
    for (std::size_t i = 0; i < expected.size(); ++i) {
        CAPTURE(i);
        if (current + 1 < levels.size() && levels[current + 1].first == i) ++current;
        const auto& level = levels[current];
        const auto limits = limits_at(one.type, level.model, one.points[i].n);
        CHECK(close(level.model.centre * one.multiply, expected.number(i, "cl")));
        CHECK(close(limits.upper * one.multiply, expected.number(i, "ucl")));
        CHECK(close(limits.lower * one.multiply, expected.number(i, "lcl")));
        const bool excluded =
            std::find(level.excluded.begin(), level.excluded.end(), i) != level.excluded.end();
        CHECK(excluded == (expected.text(i, "excluded") == "1"));
    }
}

std::vector<Subgroup> measured(std::initializer_list<std::pair<int, double>> stretches) {
    std::vector<Subgroup> points;
    for (const auto& [count, level] : stretches)
        for (int i = 0; i < count; ++i)
            points.push_back(Subgroup::measured(level + (i % 3 - 1)));
    return points;
}

} // namespace

TEST_CASE("proposed levels equal the reference") {
    const Table manifest(oracle::free_data / "manifest_rebase.csv");
    REQUIRE(manifest.size() == 22);
    for (std::size_t row = 0; row < manifest.size(); ++row) {
        const auto id = manifest.text(row, "case_id");
        CAPTURE(id);
        const auto one = read_case(manifest, row);
        const auto levels = stable_shifts(one.type, one.points, one.options);
        REQUIRE(!levels.empty());
        std::vector<std::size_t> breaks;
        for (std::size_t i = 1; i < levels.size(); ++i)
            breaks.push_back(levels[i].first + 1);
        CHECK(breaks == oracle::list(manifest.text(row, "break_starts")));
        compare_points(one, levels, Table(oracle::free_data / manifest.text(row, "points")));
    }
}

TEST_CASE("a lasting shift is proposed where it begins, with its direction") {
    const auto levels = stable_shifts(ChartType::i, measured({{25, 10}, {24, 16}}));
    REQUIRE(levels.size() == 2);
    CHECK(levels[1].first == 25);
    CHECK(levels[1].direction == 1);
    CHECK(levels[1].model.centre == doctest::Approx(16));
}

TEST_CASE("a shift that goes back is not") {
    CHECK(stable_shifts(ChartType::i, measured({{24, 10}, {9, 16}, {24, 10}})).size() == 1);
}

TEST_CASE("nothing is proposed from too few points or where points are no values") {
    CHECK(stable_shifts(ChartType::i, measured({{20, 10}})).empty());
    CHECK(stable_shifts(ChartType::mr, measured({{60, 10}})).empty());
    CHECK(stable_shifts(ChartType::p, measured({{60, 10}})).empty());
}

TEST_CASE("a missing value ends a run") {
    auto points = measured({{24, 10}, {24, 16}});
    points[28].value = missing;
    const auto levels = stable_shifts(ChartType::i, points);
    REQUIRE(levels.size() == 1); // after the gap fewer than a period remain
}
