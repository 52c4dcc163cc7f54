#include "sources/surveys/results/lattice_plan.hpp"

#include <doctest/doctest.h>

#include <algorithm>

#include "disclosure/decide.hpp"

using namespace maerkbar;
using namespace maerkbar::surveys::results;
using disclosure::Showing;

namespace {

const Date first_monday = *Date::parse_iso("2026-01-05");
const CatalogueId desk{1};
const CatalogueId phone{2};
const CatalogueId citizen{3};
const CatalogueId relative{4};

std::vector<UnitId> lineage(UnitId unit, Date) {
    return unit.value == 1 ? std::vector<UnitId>{unit} : std::vector<UnitId>{unit, UnitId{1}};
}

Counts five_steps(std::int64_t satisfied, std::int64_t others) {
    return {satisfied + others, {others, 0, 0, satisfied, 0}, {}};
}

void add(Atoms& atoms, int week, UnitId unit, CatalogueId point, CatalogueId type, const Counts& counts) {
    atoms[{first_monday + 7 * week, unit, point, type}]["satisfied"].add(counts);
}

// 52 weeks of two units, two contact points and two customer types, a few answers each.
Atoms a_year() {
    Atoms atoms;
    for (int week = 0; week < 52; ++week)
        for (const auto unit : {UnitId{2}, UnitId{3}})
            for (const auto point : {desk, phone})
                for (const auto type : {citizen, relative})
                    add(atoms, week, unit, point, type,
                        five_steps(1 + week % 3, 1 + (week + type.value) % 2));
    return atoms;
}

const disclosure::Decision& decision_of(const std::vector<disclosure::Decision>& decisions,
                                        const GroupKey& key) {
    return *std::ranges::find(decisions, text_of(key), &disclosure::Decision::key);
}

GroupKey month_of(UnitId unit, int month) {
    const auto period = Period::containing(PeriodKind::month, *Date::from(2026, month, 1));
    return {unit, {}, {}, GroupKind::month, period.first, period.last()};
}

} // namespace

TEST_CASE("a year of answers becomes months, quarters, the year and few breakdowns") {
    const auto plan =
        plan_lattice(a_year(), {"satisfied", false, *Date::parse_iso("2026-12-28")}, lineage, {});
    const auto of = [&](GroupKind kind, bool split) {
        return std::ranges::count_if(plan.keys, [&](const GroupKey& key) {
            return key.unit == UnitId{2} && key.kind == kind && key.split() == split;
        });
    };
    CHECK(of(GroupKind::month, false) == 12);
    CHECK(of(GroupKind::quarter, false) == 4);
    CHECK(of(GroupKind::year, false) == 1);
    CHECK(of(GroupKind::quarter, true) == 8);       // two contact points
    CHECK(of(GroupKind::year_to_date, true) == 32); // two points, two types, four crossings
    CHECK(of(GroupKind::month_to_date, false) == 0);
}

TEST_CASE("what is decided holds back small groups and what would give them away") {
    const auto plan =
        plan_lattice(a_year(), {"satisfied", false, *Date::parse_iso("2026-12-28")}, lineage, {});
    const auto decisions = disclosure::decide(plan.lattice, {});
    const auto shown = std::ranges::count_if(
        decisions, [](const auto& decision) { return decision.showing == Showing::distribution; });
    CHECK(decision_of(decisions, month_of(UnitId{2}, 3)).showing == Showing::distribution);
    // Most of what was declared is shown where there are answers enough.
    CHECK(shown > static_cast<std::ptrdiff_t>(decisions.size() * 9 / 10));
}

TEST_CASE("a month is over when the week that begins in it is") {
    const auto november = *Period::parse("2026-11");
    CHECK_FALSE(is_over(november, *Date::parse_iso("2026-11-23")));
    CHECK(is_over(november, *Date::parse_iso("2026-11-30")));
    CHECK(is_over(*Period::parse("2026-10"), *Date::parse_iso("2026-10-26")));
    CHECK(is_over(*Period::parse("2026-Q4"), *Date::parse_iso("2026-12-28")));
}

TEST_CASE("a running month is shown in steps of ten answers") {
    Atoms atoms;
    const auto weekly = [&](int week, std::int64_t answers) {
        add(atoms, week, UnitId{2}, desk, citizen, five_steps(answers - 1, 1));
    };
    const auto to_date = [&](int week, const Shown& shown) {
        const auto until = first_monday + 7 * week;
        const auto plan = plan_lattice(atoms, {"satisfied", false, until}, lineage, shown);
        std::vector<GroupKey> keys;
        for (const auto& key : plan.keys)
            if (key.kind == GroupKind::month_to_date && key.unit == UnitId{2}) keys.push_back(key);
        return keys;
    };
    weekly(0, 6);
    CHECK(to_date(0, {}).empty());
    weekly(1, 6);
    const auto first = to_date(1, {});
    REQUIRE(first.size() == 1);
    CHECK(first.front().last == first_monday + 13);
    const Shown shown{{first.front(), Showing::distribution}};
    weekly(2, 9);
    CHECK(to_date(2, shown) == first); // nine more are not told apart
    weekly(2, 1);
    CHECK(to_date(2, shown).size() == 2);
}
