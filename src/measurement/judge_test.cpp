#include "measurement/judge.hpp"

#include <doctest/doctest.h>

#include <cmath>

#include <algorithm>

#include "measurement/judge_fixture.hpp"
#include "measurement/shift_search.hpp"

using namespace maerkbar;
using namespace maerkbar::measurement;
using namespace maerkbar::measurement::testing;

TEST_CASE("a share in control is stable, kept and capable, on a P' chart") {
    const auto verdict = judge_shares(steady(0.86, 24), {.target = Target{0.8}});
    CHECK(verdict.chart == ChartType::p_prime);
    CHECK(verdict.chart_reason == ChartReason::share);
    CHECK(verdict.tag == Tag::stable);
    CHECK(verdict.signals.empty());
    CHECK(verdict.target_status == TargetStatus::kept);
    CHECK(verdict.capability == Capability::will_keep);
    CHECK_FALSE(verdict.interval); // every row is in: arithmetic
    REQUIRE(verdict.latest);
    CHECK(verdict.latest_point()->period.code() == "2026-10");
    CHECK(verdict.next_limits->low > 0.8);
    CHECK(verdict.next_limits->high < 0.92);
}

TEST_CASE("capability says which side of the target the next limits lie on") {
    const auto capability = [](double low) {
        return judge_shares(steady(0.86, 24), {.target = Target{low}}).capability;
    };
    CHECK(capability(0.80) == Capability::will_keep);
    CHECK(capability(0.86) == Capability::varies);
    CHECK(capability(0.95) == Capability::will_miss);
    CHECK(judge_shares(steady(0.86, 11), {.target = Target{0.8}}).capability == Capability::unknown);
    CHECK(judge_shares(steady(0.86, 24)).capability == Capability::none);
}

TEST_CASE("a lasting change is proposed with its date; a person's phase makes it accepted") {
    const auto values = joined(steady(0.79, 14), steady(0.86, 10));
    const auto proposed = judge_shares(values);
    REQUIRE(proposed.shift);
    CHECK(proposed.shift->status == LevelShift::Status::proposed);
    CHECK(proposed.shift->since.code() == "2026-01");
    CHECK(proposed.shift->before == doctest::Approx(0.79).epsilon(0.01));
    CHECK(proposed.shift->now == doctest::Approx(0.86).epsilon(0.01));
    CHECK(proposed.tag == Tag::better);
    CHECK(proposed.phase_starts.size() == 1); // the chart itself is not redrawn

    const auto accepted =
        judge_shares(values, {.decisions = {.phases = {{*Period::parse("2026-01"), "Ny telefontid"}}}});
    REQUIRE(accepted.shift);
    CHECK(accepted.shift->status == LevelShift::Status::accepted);
    CHECK(accepted.shift->reason == "Ny telefontid");
    CHECK(accepted.phase_starts == std::vector<std::size_t>{0, 14});
    CHECK(accepted.points[13].phase == 0);
    CHECK(accepted.points[14].phase == 1);
    CHECK(accepted.signals.empty());
}

TEST_CASE("where lower is better, the same rise is worse") {
    const auto verdict =
        judge_shares(joined(steady(0.79, 14), steady(0.86, 10)), {.direction = Direction::lower_better});
    CHECK(verdict.shift->meaning == Meaning::worse);
    CHECK(verdict.tag == Tag::worse);
    CHECK(judge_shares(joined(steady(0.79, 14), steady(0.86, 10)), {.direction = Direction::neutral}).tag ==
          Tag::changed);
}

TEST_CASE("one point outside the limits is a signal at its period") {
    auto values = steady(0.86, 24);
    values.back() = {700, 1000};
    const auto verdict = judge_shares(values);
    REQUIRE(verdict.signals.size() == 1);
    CHECK(verdict.signals[0].kind == SignalKind::below_limit);
    CHECK(verdict.signals[0].meaning == Meaning::worse);
    CHECK(verdict.signals[0].from.code() == "2026-10");
    CHECK(verdict.tag == Tag::worse);
    const auto excluded = judge_shares(values, {.decisions = {.excluded = {*Period::parse("2026-10")}}});
    CHECK(excluded.signals.empty());
    CHECK(excluded.points.back().excluded);
}

TEST_CASE("a frozen baseline judges what came after it") {
    const auto values = joined(steady(0.79, 12), steady(0.84, 12));
    const auto verdict = judge_shares(values, {.decisions = {.frozen_until = {*Period::parse("2025-10")}}});
    CHECK(verdict.points.front().centre.value() == doctest::Approx(0.79).epsilon(0.01));
    CHECK(verdict.points.back().outside);
}

TEST_CASE("running and missing periods take no part, and are told") {
    auto values = steady(0.86, 24);
    values[4] = {};
    values[7] = {0, 0};
    const auto verdict = judge_shares(values, {.running = Share{10, 40}});
    CHECK(verdict.points.back().state == PeriodState::running);
    CHECK(verdict.latest_point()->period.code() == "2026-10");
    CHECK_FALSE(verdict.points.back().outside);
    CHECK(verdict.caution(CautionKind::missing_periods)->periods.front().code() == "2025-03");
    CHECK(verdict.caution(CautionKind::zero_denominator)->periods.front().code() == "2025-06");
    CHECK(verdict.caution(CautionKind::running_period)->periods.front().code() == "2026-11");
}

TEST_CASE("rare events among many are judged on a P chart, not by the spread of neighbours that have none") {
    std::vector<Share> values(24, {1000, 1000});
    values[5].met = 999;
    values[16].met = 999;
    const auto verdict = judge_shares(values, {});
    CHECK(verdict.chart == ChartType::p);
    CHECK(verdict.chart_reason == ChartReason::rare_events);
    // At most the two months with an event; a P-prime chart would have no spread and call every month one.
    CHECK(std::ranges::count_if(verdict.points, &VerdictPoint::outside) <= 2);
}

TEST_CASE("a constant series has limits on its line and an assurance from the comparison itself") {
    const std::vector<Share> values(24, Share{500, 500});
    const auto kept = judge_shares(values, {.target = Target{0.95}});
    CHECK(kept.caution(CautionKind::constant));
    CHECK(kept.capability == Capability::will_keep);
    CHECK(kept.signals.empty());
    CHECK(kept.tag == Tag::stable);
}

TEST_CASE("a sample has an interval and can leave the target undecided") {
    const auto status = [](std::int64_t met, std::int64_t asked) {
        auto values = steady(0.8, 24);
        values.back() = {static_cast<double>(met), static_cast<double>(asked)};
        return judge_shares(values, {.target = Target{0.8}, .sample = true}).target_status;
    };
    CHECK(status(95, 100) == TargetStatus::met);
    CHECK(status(60, 100) == TargetStatus::not_met);
    CHECK(status(83, 100) == TargetStatus::undecided);
    const auto verdict = judge_shares(joined(steady(0.8, 23), {{81, 263}}), {.sample = true});
    CHECK(verdict.interval->low == doctest::Approx(0.2553).epsilon(0.001)); // Newcombe 1998, 81 of 263
    CHECK(verdict.interval->high == doctest::Approx(0.3662).epsilon(0.001));
}

TEST_CASE("nothing is said of nothing") {
    const auto verdict = judge_shares({}, {.target = Target{0.8}});
    CHECK(verdict.tag == Tag::no_data);
    CHECK(verdict.chart == ChartType::none);
    CHECK(verdict.target_status == TargetStatus::undecided);
    CHECK(verdict.caution(CautionKind::no_data));
}

TEST_CASE("targets change over time and come from the nearest unit that has one") {
    const std::vector<TargetSpan> targets{
        {UnitId{1}, *Date::from(2025, 1, 1), {}, Target{0.8}},
        {UnitId{2}, *Date::from(2026, 1, 1), *Date::from(2026, 7, 1), Target{0.9}}};
    const UnitId lineage[] = {UnitId{2}, UnitId{1}};
    CHECK_FALSE(target_on(targets, lineage, *Date::from(2024, 12, 31)));
    CHECK(target_on(targets, lineage, *Date::from(2025, 12, 31)) == Target{0.8});
    CHECK(target_on(targets, lineage, *Date::from(2026, 6, 30)) == Target{0.9});
    CHECK(target_on(targets, lineage, *Date::from(2026, 7, 1)) == Target{0.8});
}

TEST_CASE("a trend is no level, and noise no shift") {
    std::vector<double> trend;
    std::vector<double> noise;
    for (int i = 0; i < 30; ++i) {
        trend.push_back(i + (i * 7 % 5) * 0.3);
        noise.push_back((i * 37 % 11) - 5);
    }
    CHECK_FALSE(find_shift(trend));
    CHECK_FALSE(find_shift(noise));
}

TEST_CASE("of several changes the latest is found") {
    std::vector<double> values;
    for (const double level : {10.0, 20.0, 15.0})
        for (int i = 0; i < 12; ++i)
            values.push_back(level + (i * 7 % 5) * 0.4);
    values[30] = statistics::missing;
    const auto found = find_shift(values);
    REQUIRE(found);
    CHECK(found->before == 12);
    CHECK(found->since == 24);
}

TEST_CASE("figures that end more than a year ago are shown, and nothing is said of today") {
    Circumstances long_after;
    long_after.target = Target{0.8};
    long_after.today = *Date::from(2028, 3, 1);
    const auto verdict = judge_shares(joined(steady(0.79, 18), steady(0.9, 12)), long_after);
    CHECK(verdict.tag == Tag::old);
    CHECK(verdict.target_status == TargetStatus::kept);
    CHECK(verdict.capability == Capability::unknown);
    REQUIRE(verdict.caution(CautionKind::old_data));
    CHECK_FALSE(verdict.caution(CautionKind::late_data));

    Circumstances a_year_after = long_after;
    a_year_after.today = *Date::from(2027, 11, 30); // October 2026 and a year and a month
    const auto late = judge_shares(joined(steady(0.79, 18), steady(0.9, 12)), a_year_after);
    CHECK(late.tag == Tag::better);
    CHECK(late.caution(CautionKind::late_data));
}

TEST_CASE("a verdict tells what each phase was judged by") {
    Circumstances two_phases;
    two_phases.decisions.phases = {{*Period::parse("2025-11"), "Ny vagtplan"}};
    two_phases.decisions.excluded = {*Period::parse("2026-05")};
    const auto verdict = judge_shares(joined(steady(0.79, 12), steady(0.87, 12)), two_phases);
    REQUIRE(verdict.phases.size() == 2);
    const auto& now = verdict.phases[1];
    CHECK(now.first.code() == "2025-11");
    CHECK(now.last.code() == "2026-10");
    CHECK(now.points == 11);
    CHECK(*now.centre == verdict.points.back().centre);
    const double half = 3 * *now.sigma / std::sqrt(1000); // of a month with 1,000 calls
    CHECK(*now.centre + half == doctest::Approx(*verdict.points.back().upper));
    CHECK(now.longest_run_limit == 6); // round(log2 11) + 3
    CHECK(now.crossings_limit == 2);   // P(Bin(10, ½) ≤ 2) = 0.0547, ≤ 1: 0.0107
}

TEST_CASE("the uncertainty of a value is that of what is counted, for samples and for all rows alike") {
    const auto verdict = judge_shares(joined(steady(0.8, 23), {{83, 100}}), {});
    CHECK_FALSE(verdict.interval); // every row is in: the value itself is certain
    REQUIRE(verdict.uncertainty);
    CHECK(verdict.uncertainty->low == doctest::Approx(0.7444).epsilon(1e-3)); // Wilson
    CHECK(verdict.uncertainty->high == doctest::Approx(0.8911).epsilon(1e-3));
}

TEST_CASE("limits are frozen inside a phase, and the phases beside it keep their own") {
    ChartDecisions decisions;
    decisions.phases = {{*Period::parse("2025-05"), "Ny vagtplan"}};
    decisions.frozen_until = {*Period::parse("2026-04")};
    // 12 months at 79 %, 12 at 87 %, then 6 at 70 %.
    const auto values = joined(joined(steady(0.79, 12), steady(0.87, 12)), steady(0.7, 6));
    const auto frozen = judge_shares(values, {.decisions = decisions});
    REQUIRE(frozen.phases.size() == 2);
    CHECK(*frozen.phases[0].centre == doctest::Approx(0.79).epsilon(0.001));
    CHECK_FALSE(frozen.phases[0].frozen_until);
    CHECK(*frozen.phases[1].centre == doctest::Approx(0.87).epsilon(0.001));
    CHECK(frozen.phases[1].frozen_until == *Period::parse("2026-04"));
    CHECK(frozen.points.back().outside);

    decisions.frozen_until.clear();
    const auto free = judge_shares(values, {.decisions = decisions});
    CHECK(*free.phases[1].centre < 0.83); // its level includes the fall
}
